import type { RuleExample } from '../rule-example';

export const valueTypes: RuleExample = {
  rule: 'value-types',
  known: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation', 'docs/conformance.md#oracles'],
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
