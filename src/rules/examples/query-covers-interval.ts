import type { RuleExample } from '../rule-example';

export const queryCoversInterval: RuleExample = {
  rule: 'query-covers-interval',
  known: ['docs/gates.md#windows'],
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
          query: sum(rate(a[2m]))
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
      interval: 5m
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
          query: sum(rate(a[2m]))
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
      interval: 2m
`,
};
