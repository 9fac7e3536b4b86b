import { prometheusSettings } from '../../../src/rules/analysis/prometheus-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string, args = '[]') => template({ args, metrics: `[{ name: errors, failureCondition: 'result[0] > 1', provider: { prometheus: { ${fields} } } }]` });
const good = 'address: http://prometheus:9090, query: up';
const path = (field: string) => `spec.metrics[0].provider.prometheus.${field}`;
const range = (fields: string) => asked(`${good}, rangeQuery: { ${fields} }`);

testRule(prometheusSettings, {
  valid: [
    { name: 'an address and a query', yaml: asked(good) },
    { name: 'an address that comes with the run', yaml: asked('address: "{{args.prometheus}}", query: up', '[{ name: prometheus }]') },
    { name: 'time to answer', yaml: asked(`${good}, timeout: 40`) },
    { name: 'a range', yaml: range("start: 'now() - duration(\"10m\")', end: now(), step: 1m") },
    { name: 'a client with its secret', yaml: asked(`${good}, authentication: { oauth2: { tokenUrl: http://sso, clientId: me, clientSecret: "{{args.secret}}" } }`, '[{ name: secret }]') },
  ],
  invalid: [
    {
      name: 'no scheme',
      yaml: asked('address: "prometheus.monitoring:9090", query: up'),
      findings: [{ path: path('address'), class: 'broken', message: 'must be an address with http:// or https://, got "prometheus.monitoring:9090"; write address: http://prometheus.monitoring:9090' }],
    },
    {
      name: 'no scheme in an argument',
      yaml: asked('address: "{{args.prometheus}}", query: up', '[{ name: prometheus, value: "prometheus" }]'),
      findings: [{ path: path('address'), message: /got "prometheus"; write address: http:\/\/prometheus$/ }],
    },
    {
      name: 'a password in what is no address, without showing it',
      yaml: asked('address: "//me:hunter2@prometheus", query: up'),
      findings: [{ path: path('address'), message: 'must be an address with http:// or https://, got "//...@prometheus"; write for example address: http://prometheus.monitoring:9090' }],
    },
    {
      name: 'no address, which the controller may know',
      yaml: asked('query: up'),
      findings: [{ path: path('address'), class: 'risky', message: /^must be the address of Prometheus, got none: without ARGO_ROLLOUTS_PROMETHEUS_ADDRESS/ }],
    },
    { name: 'no query', yaml: asked('address: http://prometheus:9090'), findings: [{ path: path('query'), message: 'must ask something, got no query; write a PromQL query' }] },
    {
      name: 'a time below 0',
      yaml: asked(`${good}, timeout: -1`),
      findings: [{ path: path('timeout'), message: 'must be above 0 seconds, got -1, which errors every measurement; write timeout: 30' }],
    },
    { name: 'no time at all', yaml: asked(`${good}, timeout: 0`), findings: [{ path: path('timeout'), message: /got 0, so that every question is too late; write timeout: 30/ }] },
    {
      name: 'half of a client',
      yaml: asked(`${good}, authentication: { oauth2: { tokenUrl: http://sso, clientId: me } }`),
      findings: [{
        path: path('authentication.oauth2.clientSecret'),
        message: 'must be given with a tokenUrl, got none, which errors every measurement; write clientSecret: "{{args.client-secret}}", with the argument from a secretKeyRef',
      }],
    },
    {
      name: 'a range of words',
      yaml: range('start: 10m, end: now, step: 1 minute'),
      findings: [
        { path: path('rangeQuery.end'), message: 'must be an expression for a time, got "now": it gives no time; write end: now()' },
        { path: path('rangeQuery.start'), message: 'must be an expression for a time, got "10m": did not expect "1"; write start: now() - duration("10m")' },
        { path: path('rangeQuery.step'), message: 'must be a duration such as 30s, 5m or 1h30m, got "1 minute", which errors every measurement; write step: 1m' },
      ],
    },
    { name: 'a range without a step', yaml: range('start: now(), end: now()'), findings: [{ path: path('rangeQuery.step'), message: 'must be a duration, got none; write step: 1m' }] },
  ],
});
