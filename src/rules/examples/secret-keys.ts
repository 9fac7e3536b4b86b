import type { RuleExample } from '../rule-example';

export const secretKeys: RuleExample = {
  rule: 'secret-keys',
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
  args:
    - name: token
      valueFrom:
        secretKeyRef:
          name: web
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
  args:
    - name: token
      valueFrom:
        secretKeyRef:
          name: web
          key: token
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
