import type { RuleExample } from '../rule-example';

export const cloudWatchSettings: RuleExample = {
  rule: 'cloud-watch-settings',
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      failureCondition: result[0].Values[0] > 1
      provider:
        cloudWatch:
          interval: 1d
          metricDataQueries:
            - id: errors
              metricStat: { metric: { namespace: app, metricName: errors }, period: 300, stat: Sum }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      failureCondition: result[0].Values[0] > 1
      provider:
        cloudWatch:
          interval: 24h
          metricDataQueries:
            - id: errors
              metricStat: { metric: { namespace: app, metricName: errors }, period: 300, stat: Sum }
`,
};
