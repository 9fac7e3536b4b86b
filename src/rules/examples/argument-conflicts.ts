import type { RuleExample } from '../rule-example';

export const argumentConflicts: RuleExample = {
  rule: 'argument-conflicts',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - analysis: { templates: [{ templateName: fine }, { templateName: fast }] }
---
kind: AnalysisTemplate
metadata: { name: fine }
spec:
  args: [{ name: tenant, value: shop }]
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: "https://example.com/fine/{{args.tenant}}", jsonPath: "{$.ok}" } }
---
kind: AnalysisTemplate
metadata: { name: fast }
spec:
  args: [{ name: tenant, value: bank }]
  metrics:
    - name: fast
      successCondition: result == true
      provider: { web: { url: "https://example.com/fast/{{args.tenant}}", jsonPath: "{$.ok}" } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - analysis: { templates: [{ templateName: fine }, { templateName: fast }] }
---
kind: AnalysisTemplate
metadata: { name: fine }
spec:
  args: [{ name: tenant, value: shop }]
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: "https://example.com/fine/{{args.tenant}}", jsonPath: "{$.ok}" } }
---
kind: AnalysisTemplate
metadata: { name: fast }
spec:
  args: [{ name: tenant, value: shop }]
  metrics:
    - name: fast
      successCondition: result == true
      provider: { web: { url: "https://example.com/fast/{{args.tenant}}", jsonPath: "{$.ok}" } }
`,
};
