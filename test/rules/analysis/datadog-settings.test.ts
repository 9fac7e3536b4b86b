import { datadogSettings } from '../../../src/rules/analysis/datadog-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string) => template({ metrics: `[{ name: errors, failureCondition: 'result > 1', provider: { datadog: { ${fields} } } }]` });
const path = (field: string) => `spec.metrics[0].provider.datadog.${field}`;

testRule(datadogSettings, {
  valid: [
    { name: 'a query', yaml: asked('query: a') },
    { name: 'queries and a formula', yaml: asked('apiVersion: v2, queries: { a: x, b: y }, formula: a / b, aggregator: sum, interval: 5m, requestTimeout: 30s') },
    { name: 'one of several without a formula', yaml: asked('apiVersion: v2, queries: { a: x }') },
    { name: 'a Secret beside the rollout', yaml: asked('query: a, secretRef: { name: datadog, namespaced: true }') },
  ],
  invalid: [
    { name: 'nothing', yaml: asked('apiVersion: v2'), findings: [{ path: path('query'), class: 'broken', message: /^must ask something, got neither query nor queries/ }] },
    { name: 'a query and queries', yaml: asked('apiVersion: v2, query: a, queries: { b: y }'), findings: [{ path: path('queries'), message: /^must not stand beside query/ }] },
    {
      name: 'queries where nothing says v2',
      yaml: asked('queries: { a: x }'),
      findings: [{ path: path('apiVersion'), message: 'must be v2 to ask several queries, got none, which is v1; write apiVersion: v2' }],
    },
    { name: 'queries of v1', yaml: asked('apiVersion: v1, queries: { a: x }'), findings: [{ path: path('apiVersion'), message: /got v1; write apiVersion: v2$/ }] },
    { name: 'an aggregator of v1', yaml: asked('query: a, aggregator: sum'), findings: [{ path: path('apiVersion'), message: 'must be v2 for an aggregator, got none, which is v1; write apiVersion: v2, or drop aggregator' }] },
    { name: 'a formula of nothing', yaml: asked('apiVersion: v2, query: a, formula: a / b'), findings: [{ path: path('formula'), message: /^must be about queries, got "a \/ b" and none/ }] },
    {
      name: 'queries of which nothing is made',
      yaml: asked('apiVersion: v2, queries: { a: x, b: y }'),
      findings: [{ path: path('formula'), message: 'must say what is made of 2 queries, got none; write for example formula: a / b' }],
    },
    {
      name: 'times that cannot be read',
      yaml: asked('query: a, interval: 5 minutes, requestTimeout: 1d'),
      findings: [
        { path: path('interval'), message: /got "5 minutes", which errors every measurement; write interval: 5m$/ },
        { path: path('requestTimeout'), message: /got "1d".*write requestTimeout: 24h$/ },
      ],
    },
    { name: 'no time to answer', yaml: asked('query: a, requestTimeout: 0s'), findings: [{ path: path('requestTimeout'), message: 'must be above 0, got 0s; write requestTimeout: 30s' }] },
    {
      name: 'a Secret beside the rollout without a name',
      yaml: asked('query: a, secretRef: { namespaced: true }'),
      findings: [{ path: path('secretRef.name'), message: 'must name the Secret beside the rollout, got none, and namespaced is true; write name: datadog, or drop namespaced' }],
    },
  ],
});
