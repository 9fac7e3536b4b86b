import type { RuleExample } from '../rule-example';

export const prometheusSettings: RuleExample = {
  rule: 'prometheus-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
      provider:
        prometheus:
          query: up
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
      provider:
        prometheus:
          address: http://prometheus:9090
          query: up
`,
};
