import type { RuleExample } from '../rule-example';

export const progressThreshold: RuleExample = {
  rule: 'progress-threshold',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      replicaProgressThreshold: { type: Percentage, value: 90 }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      replicaProgressThreshold: { type: Percent, value: 90 }
`,
};
