import type { RuleExample } from '../rule-example';

export const inlineAnalysisEnds: RuleExample = {
  rule: 'inline-analysis-ends',
  bad: `
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
      interval: 1m
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      provider: { prometheus: { address: http://prometheus:9090, query: 'up{service="checkout-canary"}' } }
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
      interval: 1m
      count: 5
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      provider: { prometheus: { address: http://prometheus:9090, query: 'up{service="checkout-canary"}' } }
`,
};
