import type { RuleExample } from '../rule-example';

export const skyWalkingSettings: RuleExample = {
  rule: 'sky-walking-settings',
  bad: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result.a > 1
      provider:
        skywalking:
          address: http://oap:12800
          query: "query queryData($duration: Duration!) { a }"
`,
  good: `
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: errors
      failureCondition: result.a > 1
      provider:
        skywalking:
          address: http://oap:12800
          interval: 3m
          query: "query queryData($duration: Duration!) { a }"
`,
};
