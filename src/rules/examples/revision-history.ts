import type { RuleExample } from '../rule-example';

export const revisionHistory: RuleExample = {
  rule: 'revision-history',
  bad: `
kind: Rollout
spec:
  revisionHistoryLimit: 2
  rollbackWindow: { revisions: 3 }
`,
  good: `
kind: Rollout
spec:
  revisionHistoryLimit: 3
  rollbackWindow: { revisions: 3 }
`,
};
