import type { RuleExample } from '../rule-example';

export const uniqueKeys: RuleExample = {
  rule: 'unique-keys',
  known: ['https://yaml.org/spec/1.2.2/#3213-node-comparison'],
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
