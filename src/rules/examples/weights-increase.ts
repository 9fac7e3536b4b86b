import type { RuleExample } from '../rule-example';

export const weightsIncrease: RuleExample = {
  rule: 'weights-increase',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 40
        - pause: { duration: 10m }
        - setWeight: 20
        - pause: { duration: 10m }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: { duration: 10m }
        - setWeight: 40
        - pause: { duration: 10m }
`,
};
