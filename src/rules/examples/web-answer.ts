import type { RuleExample } from '../rule-example';

export const webAnswer: RuleExample = {
  rule: 'web-answer',
  known: ['conformance/scenarios/actions.ts actions/http-null', 'argo:metricproviders/webmetric/webmetric.go#L127'],
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
