import type { RuleExample } from '../rule-example';

export const influxDbSettings: RuleExample = {
  rule: 'influx-db-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result[0] > 1
      provider:
        influxdb:
          profile: mine
          query: ""
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result[0] > 1
      provider:
        influxdb:
          profile: mine
          query: 'from(bucket: "a") |> range(start: -5m) |> mean()'
`,
};
