import type { RuleExample } from '../rule-example';

export const gatePatience: RuleExample = {
  rule: 'gate-patience',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: guard
        startingStep: 1
      steps:
        - setWeight: 20
        - analysis:
            templates:
              - templateName: success-rate
        - setWeight: 60
        - pause: {}
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
      successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
      count: 12
      failureLimit: 1
      consecutiveSuccessLimit: 2
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: guard
        startingStep: 1
      steps:
        - setWeight: 20
        - analysis:
            templates:
              - templateName: success-rate
        - setWeight: 60
        - pause: {}
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
      successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
      count: 720
      inconclusiveLimit: 719
      failureLimit: 1
      consecutiveSuccessLimit: 2
`,
};
