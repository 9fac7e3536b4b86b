import type { RuleExample } from '../rule-example';

export const metricHasCondition: RuleExample = {
  rule: 'metric-has-condition',
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
          query: up
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
          query: up
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
};
