import type { RuleExample } from '../rule-example';

export const canaryPodsApart: RuleExample = {
  rule: 'canary-pods-apart',
  bad: `
kind: Canary
---
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          readinessProbe: { tcpSocket: { port: 8080 } }
          ports: [{ name: http, containerPort: 8080, hostPort: 8080 }]
`,
  good: `
kind: Canary
---
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          readinessProbe: { tcpSocket: { port: 8080 } }
          ports: [{ name: http, containerPort: 8080 }]
`,
};
