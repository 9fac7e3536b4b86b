import type { RuleExample } from '../rule-example';

export const stepKinds: RuleExample = {
  rule: 'step-kinds',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
          pause: {}
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: {}
`,
};
