import type { RuleExample } from '../rule-example';

export const uniqueKeys: RuleExample = {
  rule: 'unique-keys',
  bad: `
kind: Rollout
spec:
  replicas: 5
  revisionHistoryLimit: 3
  replicas: 8
`,
  good: `
kind: Rollout
spec:
  replicas: 8
  revisionHistoryLimit: 3
`,
};
