import type { RuleExample } from '../rule-example';

export const podSettings: RuleExample = {
  rule: 'pod-settings',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          imagePullPolicy: always
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          imagePullPolicy: Always
`,
};
