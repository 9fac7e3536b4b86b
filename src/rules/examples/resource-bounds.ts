import type { RuleExample } from '../rule-example';

export const resourceBounds: RuleExample = {
  rule: 'resource-bounds',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          resources:
            requests: { memory: 2Gi }
            limits: { memory: 1Gi }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          resources:
            requests: { memory: 1Gi }
            limits: { memory: 1Gi }
`,
};
