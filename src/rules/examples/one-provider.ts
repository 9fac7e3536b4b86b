import type { RuleExample } from '../rule-example';

export const oneProvider: RuleExample = {
  rule: 'one-provider',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result > 1
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
        plugin:
          acme/metrics: {}
`,
};
