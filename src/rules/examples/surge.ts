import type { RuleExample } from '../rule-example';

export const surge: RuleExample = {
  rule: 'surge',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      maxSurge: 0
      maxUnavailable: 0
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      maxSurge: 1
      maxUnavailable: 0
`,
};
