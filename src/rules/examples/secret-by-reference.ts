import type { RuleExample } from '../rule-example';

export const secretByReference: RuleExample = {
  rule: 'secret-by-reference',
  known: ['argo:analysis/analysis.go#L142', 'docs/metric-sources.md#credentials'],
  bad: `
kind: AnalysisTemplate
spec:
  args: [{ name: api-token, value: "1234" }]
  metrics:
    - name: fine
      successCondition: result == true
      provider:
        web:
          url: https://example.com/fine
          headers: [{ key: Authorization, value: "Bearer {{args.api-token}}" }]
          jsonPath: "{$.ok}"
`,
  good: `
kind: AnalysisTemplate
spec:
  args: [{ name: api-token, valueFrom: { secretKeyRef: { name: fine, key: token } } }]
  metrics:
    - name: fine
      successCondition: result == true
      provider:
        web:
          url: https://example.com/fine
          headers: [{ key: Authorization, value: "Bearer {{args.api-token}}" }]
          jsonPath: "{$.ok}"
`,
};
