import type { RuleExample } from '../rule-example';

export const querySyntax: RuleExample = {
  rule: 'query-syntax',
  known: ['https://prometheus.io/docs/prometheus/latest/querying/basics/'],
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(errors_total[5m])' } }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(rate(errors_total[5m]))' } }
`,
};
