import type { RuleExample } from '../rule-example';

export const thresholdUnit: RuleExample = {
  rule: 'threshold-unit',
  known: ['https://prometheus.io/docs/practices/naming/#base-units'],
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] < 500
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] < 0.5
`,
};
