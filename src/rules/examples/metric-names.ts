import type { RuleExample } from '../rule-example';

export const metricNames: RuleExample = {
  rule: 'metric-names',
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: https://example.com/fine, jsonPath: "{$.ok}" } }
    - name: fine
      successCondition: result == true
      provider: { web: { url: https://example.com/fast, jsonPath: "{$.ok}" } }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: https://example.com/fine, jsonPath: "{$.ok}" } }
    - name: fast
      successCondition: result == true
      provider: { web: { url: https://example.com/fast, jsonPath: "{$.ok}" } }
`,
};
