import type { RuleExample } from '../rule-example';

export const backgroundLasts: RuleExample = {
  rule: 'background-lasts',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        startingStep: 1
      steps:
        - setWeight: 20
        - pause:
            duration: 1h
        - setWeight: 60
        - pause:
            duration: 1h
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
      count: 10
      initialDelay: 1m
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        startingStep: 1
      steps:
        - setWeight: 20
        - pause:
            duration: 1h
        - setWeight: 60
        - pause:
            duration: 1h
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
};
