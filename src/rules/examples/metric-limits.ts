import type { RuleExample } from '../rule-example';

export const metricLimits: RuleExample = {
  rule: 'metric-limits',
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
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] > 1
      interval: 1m
      failureLimit: -1
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
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] > 1
      count: 5
      interval: 1m
      failureLimit: -1
      consecutiveSuccessLimit: 2
`,
};
