import type { RuleExample } from '../rule-example';

export const graphiteSettings: RuleExample = {
  rule: 'graphite-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result[0] > 1
      provider:
        graphite:
          address: graphite:9090
          query: target=a&from=-5min
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
        graphite:
          address: http://graphite:9090
          query: target=sumSeries(app.*.errors)&from=-5min
`,
};
