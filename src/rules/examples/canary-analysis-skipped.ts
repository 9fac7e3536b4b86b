import type { RuleExample } from '../rule-example';

export const canaryAnalysisSkipped: RuleExample = {
  rule: 'canary-analysis-skipped',
  bad: `
kind: Canary
spec:
  skipAnalysis: true
`,
  good: `
kind: Canary
spec:
  skipAnalysis: false
`,
};
