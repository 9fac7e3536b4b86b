import type { RuleExample } from '../rule-example';

export const webSettings: RuleExample = {
  rule: 'web-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: health
      successCondition: result == true
      provider:
        web:
          url: http://checkout-canary/health
          jsonPath: $.data.ok
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: health
      successCondition: result == true
      provider:
        web:
          url: http://checkout-canary/health
          jsonPath: "{$.data.ok}"
`,
};
