import type { RuleExample } from '../rule-example';

export const metricSelections: RuleExample = {
  rule: 'metric-selections',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  dryRun:
    - metricName: "*"
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: up
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  dryRun:
    - metricName: success-rate
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: up
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
`,
};
