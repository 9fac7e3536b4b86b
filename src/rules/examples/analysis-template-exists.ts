import type { RuleExample } from '../rule-example';

export const analysisTemplateExists: RuleExample = {
  rule: 'analysis-template-exists',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - analysis: { templates: [{ templateName: succes-rate }] }
---
kind: AnalysisTemplate
metadata: { name: success-rate }
spec:
  metrics:
    - name: success-rate
      successCondition: result == true
      provider: { web: { url: https://example.com/fine, jsonPath: "{$.ok}" } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - analysis: { templates: [{ templateName: success-rate }] }
---
kind: AnalysisTemplate
metadata: { name: success-rate }
spec:
  metrics:
    - name: success-rate
      successCondition: result == true
      provider: { web: { url: https://example.com/fine, jsonPath: "{$.ok}" } }
`,
};
