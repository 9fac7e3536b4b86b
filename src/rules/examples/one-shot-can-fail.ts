import type { RuleExample } from '../rule-example';

export const oneShotCanFail: RuleExample = {
  rule: 'one-shot-can-fail',
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
          query: up
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] > 1
      count: 1
      failureLimit: 1
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
          query: up
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] > 1
      count: 1
`,
};
