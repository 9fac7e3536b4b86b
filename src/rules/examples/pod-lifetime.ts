import type { RuleExample } from '../rule-example';

export const podLifetime: RuleExample = {
  rule: 'pod-lifetime',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      restartPolicy: OnFailure
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      restartPolicy: Always
`,
};
