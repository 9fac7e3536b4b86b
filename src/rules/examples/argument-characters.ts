import type { RuleExample } from '../rule-example';

export const argumentCharacters: RuleExample = {
  rule: 'argument-characters',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates: [{ templateName: health }]
        startingStep: 1
---
kind: AnalysisTemplate
metadata: { name: health }
spec:
  args: [{ name: team, value: "shop\\u0007" }]
  metrics:
    - name: health
      interval: 1m
      consecutiveErrorLimit: 30
      successCondition: result == true
      provider:
        web:
          url: http://checkout-canary.shop/health
          jsonPath: "{$.ok}"
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates: [{ templateName: health }]
        startingStep: 1
---
kind: AnalysisTemplate
metadata: { name: health }
spec:
  args: [{ name: team, value: "shop" }]
  metrics:
    - name: health
      interval: 1m
      consecutiveErrorLimit: 30
      successCondition: result == true
      provider:
        web:
          url: http://checkout-canary.shop/health
          jsonPath: "{$.ok}"
`,
};
