import type { RuleExample } from '../rule-example';

export const environment: RuleExample = {
  rule: 'environment',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          env: [{ name: POD_IP, valueFrom: { fieldRef: { fieldPath: status.podIp } } }]
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          env: [{ name: POD_IP, valueFrom: { fieldRef: { fieldPath: status.podIP } } }]
`,
};
