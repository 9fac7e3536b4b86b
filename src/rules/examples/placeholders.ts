import type { RuleExample } from '../rule-example';

export const placeholders: RuleExample = {
  rule: 'placeholders',
  bad: `
kind: AnalysisTemplate
spec:
  args: [{ name: service-name }]
  metrics:
    - name: success-rate
      interval: 1m
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      provider: { prometheus: { address: http://prometheus:9090, query: 'up{service="{{args.service}}"}' } }
`,
  good: `
kind: AnalysisTemplate
spec:
  args: [{ name: service-name }]
  metrics:
    - name: success-rate
      interval: 1m
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      provider: { prometheus: { address: http://prometheus:9090, query: 'up{service="{{args.service-name}}"}' } }
`,
};
