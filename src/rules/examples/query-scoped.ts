import type { RuleExample } from '../rule-example';

export const queryScoped: RuleExample = {
  rule: 'query-scoped',
  known: ['conformance/scenarios/faults.ts fault/query-unscoped', 'docs/gates.md#the-query'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis: { startingStep: 1, templates: [{ templateName: errors }] }
---
kind: AnalysisTemplate
metadata: { name: errors }
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(http_requests_total{app="checkout"}[5m]))' } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis: { startingStep: 1, templates: [{ templateName: errors }] }
---
kind: AnalysisTemplate
metadata: { name: errors }
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(http_requests_total{app="checkout", version="canary"}[5m]))' } }
`,
};
