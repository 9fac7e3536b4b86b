import type { RuleExample } from '../rule-example';

export const canaryService: RuleExample = {
  rule: 'canary-service',
  bad: `
kind: Canary
spec:
  service: { port: 80, targetPort: web }
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
  good: `
kind: Canary
spec:
  service: { port: 80, targetPort: http }
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
