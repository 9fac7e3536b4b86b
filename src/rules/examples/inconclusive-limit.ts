import type { RuleExample } from '../rule-example';

export const inconclusiveLimit: RuleExample = {
  rule: 'inconclusive-limit',
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
      count: 300
      inconclusiveLimit: 300
      successCondition: len(result) > 0 && result[0] >= 0.99
      failureCondition: len(result) > 0 && result[0] < 0.99
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
      count: 300
      inconclusiveLimit: 299
      successCondition: len(result) > 0 && result[0] >= 0.99
      failureCondition: len(result) > 0 && result[0] < 0.99
      provider: { prometheus: { address: http://prometheus:9090, query: 'up{service="checkout-canary"}' } }
`,
};
