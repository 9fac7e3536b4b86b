import type { RuleExample } from '../rule-example';

export const queryQuantile: RuleExample = {
  rule: 'query-quantile',
  known: ['https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile'],
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: latency
      interval: 1m
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 0.5
      provider: { prometheus: { address: http://prometheus:9090, query: 'histogram_quantile(99, sum by (le) (rate(duration_seconds_bucket[5m])))' } }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: latency
      interval: 1m
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] > 0.5
      provider: { prometheus: { address: http://prometheus:9090, query: 'histogram_quantile(0.99, sum by (le) (rate(duration_seconds_bucket[5m])))' } }
`,
};
