import type { RuleExample } from '../rule-example';

export const newRelicSettings: RuleExample = {
  rule: 'new-relic-settings',
  bad: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      failureCondition: result.errors > 1
      provider: { newRelic: { query: SELECT count(*) AS errors FROM Transaction, timeout: -5 } }
`,
  good: `
kind: AnalysisTemplate
spec:
  metrics:
    - name: errors
      failureCondition: result.errors > 1
      provider: { newRelic: { query: SELECT count(*) AS errors FROM Transaction, timeout: 10 } }
`,
};
