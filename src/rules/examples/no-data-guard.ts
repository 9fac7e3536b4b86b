import type { RuleExample } from '../rule-example';

export const noDataGuard: RuleExample = {
  rule: 'no-data-guard',
  known: ['docs/gates.md#when-there-is-no-data', 'argo:utils/evaluate/evaluate.go#L18'],
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
          query: sum(rate(a{b="c"}[5m])) / sum(rate(a[5m]))
      successCondition: len(result) == 0 || result[0] >= 0.95
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
          query: sum(rate(a{b="c"}[5m])) / sum(rate(a[5m]))
      successCondition: len(result) == 0 || isNaN(result[0]) || result[0] >= 0.95
`,
};
