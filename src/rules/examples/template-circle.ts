import type { RuleExample } from '../rule-example';

export const templateCircle: RuleExample = {
  rule: 'template-circle',
  bad: `
kind: AnalysisTemplate
metadata: { name: all }
spec:
  templates: [{ templateName: latency }]
---
kind: AnalysisTemplate
metadata: { name: latency }
spec:
  templates: [{ templateName: all }]
`,
  good: `
kind: AnalysisTemplate
metadata: { name: all }
spec:
  templates: [{ templateName: latency }]
---
kind: AnalysisTemplate
metadata: { name: latency }
spec:
  metrics:
    - name: latency
      successCondition: result == true
      provider: { web: { url: https://example.com/fast, jsonPath: "{$.ok}" } }
`,
};
