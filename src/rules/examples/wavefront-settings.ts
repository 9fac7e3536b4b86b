import type { RuleExample } from '../rule-example';

export const wavefrontSettings: RuleExample = {
  rule: 'wavefront-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result > 1
      provider:
        wavefront:
          address: https://example.wavefront.com
          query: ts(errors)
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
        wavefront:
          address: example.wavefront.com
          query: ts(errors)
`,
};
