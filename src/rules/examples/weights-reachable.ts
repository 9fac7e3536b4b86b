import type { RuleExample } from '../rule-example';

export const weightsReachable: RuleExample = {
  rule: 'weights-reachable',
  bad: `
kind: Rollout
spec:
  replicas: 3
  strategy:
    canary:
      steps:
        - setWeight: 5
        - pause: {}
`,
  good: `
kind: Rollout
spec:
  replicas: 20
  strategy:
    canary:
      steps:
        - setWeight: 5
        - pause: {}
`,
};
