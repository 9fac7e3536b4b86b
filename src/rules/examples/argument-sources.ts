import type { RuleExample } from '../rule-example';

export const argumentSources: RuleExample = {
  rule: 'argument-sources',
  bad: `
kind: AnalysisTemplate
spec:
  args: [{ name: tenant, value: shop, valueFrom: { secretKeyRef: { name: fine, key: tenant } } }]
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: "https://example.com/{{args.tenant}}", jsonPath: "{$.ok}" } }
`,
  good: `
kind: AnalysisTemplate
spec:
  args: [{ name: tenant, valueFrom: { secretKeyRef: { name: fine, key: tenant } } }]
  metrics:
    - name: fine
      successCondition: result == true
      provider: { web: { url: "https://example.com/{{args.tenant}}", jsonPath: "{$.ok}" } }
`,
};
