import type { RuleExample } from '../rule-example';

export const canaryConfig: RuleExample = {
  rule: 'canary-config',
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
          ports: [{ name: http, containerPort: 8080 }]
          envFrom: [{ configMapRef: { name: settings } }]
---
kind: ConfigMap
metadata: { name: settings }
binaryData: { logo: iVBORw0KGgo= }
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
          envFrom: [{ configMapRef: { name: settings } }]
---
kind: ConfigMap
metadata: { name: settings, annotations: { flagger.app/config-tracking: disabled } }
binaryData: { logo: iVBORw0KGgo= }
`,
};
