import type { RuleExample } from '../rule-example';

export const containerPorts: RuleExample = {
  rule: 'container-ports',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          ports: [{ containerPort: 80800 }]
          readinessProbe: { tcpSocket: { port: 8080 } }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          ports: [{ containerPort: 8080 }]
          readinessProbe: { tcpSocket: { port: 8080 } }
`,
};
