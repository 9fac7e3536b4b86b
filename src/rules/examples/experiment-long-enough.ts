import type { RuleExample } from '../rule-example';

export const experimentLongEnough: RuleExample = {
  rule: 'experiment-long-enough',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            duration: 5m
            templates: [{ name: canary, specRef: canary }]
            analyses: [{ name: errors, templateName: errors, requiredForCompletion: true }]
---
kind: AnalysisTemplate
metadata: { name: errors }
spec:
  metrics:
    - name: errors
      interval: 1m
      count: 30
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(errors_total{version="canary"}[5m]))' } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            duration: 30m
            templates: [{ name: canary, specRef: canary }]
            analyses: [{ name: errors, templateName: errors, requiredForCompletion: true }]
---
kind: AnalysisTemplate
metadata: { name: errors }
spec:
  metrics:
    - name: errors
      interval: 1m
      count: 30
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(errors_total{version="canary"}[5m]))' } }
`,
};
