import type { RuleExample } from '../rule-example';

export const canaryPorts: RuleExample = {
  rule: 'canary-ports',
  bad: `
kind: Canary
spec:
  service: { port: 80, portDiscovery: true, targetPort: null }
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
  service: { port: 80, portDiscovery: true, targetPort: 8080 }
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
