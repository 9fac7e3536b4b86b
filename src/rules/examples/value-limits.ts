import type { RuleExample } from '../rule-example';

export const valueLimits: RuleExample = {
  rule: 'value-limits',
  known: ['https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation', 'docs/conformance.md#oracles'],
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          resources: { limits: { memory: 1GB } }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          resources: { limits: { memory: 1G } }
`,
};
