import type { RuleExample } from '../rule-example';

export const datadogSettings: RuleExample = {
  rule: 'datadog-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result > 1
      provider:
        datadog:
          query: a
          aggregator: sum
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result > 1
      provider:
        datadog:
          query: a
`,
};
