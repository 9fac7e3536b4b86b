import type { RuleExample } from '../rule-example';

export const progressDeadline: RuleExample = {
  rule: 'progress-deadline',
  bad: `
kind: Rollout
spec:
  minReadySeconds: 120
  progressDeadlineSeconds: 60
`,
  good: `
kind: Rollout
spec:
  minReadySeconds: 120
  progressDeadlineSeconds: 600
`,
};
