import type { RuleExample } from '../rule-example';

export const knownFields: RuleExample = {
  rule: 'known-fields',
  bad: `
kind: Rollout
spec:
  progressDeadlineSecond: 300
`,
  good: `
kind: Rollout
spec:
  progressDeadlineSeconds: 300
`,
};
