import type { RuleExample } from '../rule-example';

export const durations: RuleExample = {
  rule: 'durations',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: { duration: 1d }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: { duration: 24h }
`,
};
