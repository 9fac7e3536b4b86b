import type { RuleExample } from '../rule-example';

export const valueTypes: RuleExample = {
  rule: 'value-types',
  bad: `
kind: Rollout
spec:
  replicas: "5"
`,
  good: `
kind: Rollout
spec:
  replicas: 5
`,
};
