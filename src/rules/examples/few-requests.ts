import type { RuleExample } from '../rule-example';

export const fewRequests: RuleExample = {
  rule: 'few-requests',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: sum(rate(a_total{code=~"5.."}[5m])) / sum(rate(a_total[5m]))
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: sum(rate(a_total{code=~"5.."}[5m])) / sum(rate(a_total[5m])) and sum(increase(a_total[5m])) >= 50
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
};
