import type { RuleExample } from '../rule-example';

export const webAnswer: RuleExample = {
  rule: 'web-answer',
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
          url: http://a
          jsonPath: "{$}"
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
          url: http://a
          jsonPath: "{$.ok}"
`,
};
