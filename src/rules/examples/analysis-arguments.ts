import type { RuleExample } from '../rule-example';

export const analysisArguments: RuleExample = {
  rule: 'analysis-arguments',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis:
        templates:
          - templateName: success-rate
        args:
          - name: service_name
            value: a
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  args:
    - name: service-name
    - name: path
      value: /
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
        args:
          - name: service-name
            value: a
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  args:
    - name: service-name
    - name: path
      value: /
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
