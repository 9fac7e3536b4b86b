import type { RuleExample } from '../rule-example';

export const replicaCount: RuleExample = {
  rule: 'replica-count',
  bad: `
kind: Rollout
spec:
  replicas: -5
`,
  good: `
kind: Rollout
spec:
  replicas: 5
`,
};
