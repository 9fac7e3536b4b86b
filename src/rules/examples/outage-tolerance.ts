import type { RuleExample } from '../rule-example';

export const outageTolerance: RuleExample = {
  rule: 'outage-tolerance',
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
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: up
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
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
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: up
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 1
      interval: 1m
      consecutiveErrorLimit: 30
`,
};
