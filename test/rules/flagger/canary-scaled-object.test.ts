import { canaryScaledObject } from '../../../src/rules/flagger/canary-scaled-object';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const query = (text: string) => `\n    - { type: prometheus, name: requests, metadata: { serverAddress: 'http://prometheus:9090', query: '${text}', threshold: "100" } }`;
const scaler = (triggers: string, more = '') => `---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: api, namespace: shop }
spec:
  scaleTargetRef: { name: api }${more}
  triggers:${triggers}
`;
const named = (queries = '') => canary({
  name: 'api',
  target: '{ apiVersion: apps/v1, kind: Deployment, name: api }',
  spec: `
autoscalerRef: { apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: api${queries} }`,
});
const own = 'sum(rate(requests_total{app="api-canary"}[1m]))';

testRule(canaryScaledObject, {
  valid: [
    { name: 'the name of the target as it is', yaml: named() + scaler(query(own)) },
    { name: 'a pattern with the name of the target', yaml: named() + scaler(query('sum(rate(requests_total{pod=~"api-.*"}[1m]))')) },
    { name: 'the name of the canary between others', yaml: named() + scaler(query('sum(rate(envoy_cluster_upstream_rq{name="shop_api-canary_80"}[1m]))')) },
    { name: 'a query without the name', yaml: named() + scaler(query('sum(backlog)')) },
    { name: 'a trigger without a query', yaml: named() + scaler('\n    - { type: cpu, metadata: { value: "60" } }') },
    { name: 'a query for each trigger', yaml: named(', primaryScalerQueries: { requests: up }') + scaler(query(own)) },
  ],
  invalid: [
    {
      name: 'the name of the target in another word',
      yaml: named() + scaler(query('sum(rate(requests_total{app="public-api"}[1m]))')),
      findings: [
        {
          path: 'spec.autoscalerRef.primaryScalerQueries.requests',
          message: /^must have the query of the primary: Flagger makes "public-api-primary" of a part of that of the target; write requests: /,
          class: 'risky',
        },
      ],
    },
    {
      name: 'the name of the target in that of a series',
      yaml: named() + scaler(query('sum(rate(api_requests_total[1m]))')),
      findings: [
        { path: 'spec.autoscalerRef.primaryScalerQueries.requests', message: /makes "api-primary_requests_total"/ },
      ],
    },
    {
      name: 'a query for no trigger',
      yaml: named(', primaryScalerQueries: { request: up }') + scaler(query(own)),
      findings: [
        {
          path: 'spec.autoscalerRef.primaryScalerQueries.request',
          message: 'must be for a trigger of the ScaledObject, got "request", which names none; write requests: up instead',
        },
        {
          path: 'spec.autoscalerRef.primaryScalerQueries.requests',
          message: /^must have the query for trigger requests too, which keeps that of the target else; write requests: .*api-primary/,
        },
      ],
    },
    {
      name: 'triggers without names',
      yaml: named(', primaryScalerQueries: { requests: up }') + scaler(query(own).replace(' name: requests,', '')),
      findings: [
        { path: 'spec.autoscalerRef.primaryScalerQueries.requests', message: /write name: requests in the trigger that it is for/ },
      ],
    },
    {
      name: 'fields that Flagger does not know',
      yaml: named() + scaler(query(own).replace('type: prometheus', 'useCachedMetrics: true, type: prometheus'), '\n  initialCooldownPeriod: 60'),
      findings: [
        {
          path: 'spec.initialCooldownPeriod',
          message: 'is lost as soon as Flagger pauses or resumes it for Canary shop/api, and the primary is without it; drop initialCooldownPeriod',
          class: 'risky',
          resource: 'ScaledObject shop/api',
        },
        { path: 'spec.triggers[0].useCachedMetrics', message: /; drop useCachedMetrics/ },
      ],
    },
  ],
});
