import type { RuleExample } from '../rule-example';

export const conditionFitsResult: RuleExample = {
  rule: 'condition-fits-result',
  known: ['argo:utils/evaluate/evaluate.go#L116'],
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: success-rate
      successCondition: result[0] >= 0.95
      provider: { datadog: { query: avg:checkout.success } }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: success-rate
      successCondition: default(result, 1) >= 0.95
      provider: { datadog: { query: avg:checkout.success } }
`,
};
