import type { RuleExample } from '../rule-example';

export const stepWeightRange: RuleExample = {
  rule: 'step-weight-range',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 200
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
`,
};
