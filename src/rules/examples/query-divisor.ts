import type { RuleExample } from '../rule-example';

export const queryDivisor: RuleExample = {
  rule: 'query-divisor',
  known: ['docs/gates.md#the-query'],
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 1)
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: sum(rate(a[5m])) / sum(rate(b[5m]))
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
};
