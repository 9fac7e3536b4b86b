import type { RuleExample } from '../rule-example';

export const queryCounters: RuleExample = {
  rule: 'query-counters',
  known: ['https://prometheus.io/docs/concepts/metric_types/#counter'],
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 1
      provider: { prometheus: { address: http://prometheus:9090, query: 'sum(errors_total)' } }
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
