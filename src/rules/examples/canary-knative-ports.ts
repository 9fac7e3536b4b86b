import type { RuleExample } from '../rule-example';

export const canaryKnativePorts: RuleExample = {
  rule: 'canary-knative-ports',
  bad: `
kind: Canary
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }
---
apiVersion: serving.knative.dev/v1
kind: Service
spec:
  template:
    spec:
      containers: [{ image: registry.example/checkout:1.0.0, ports: [{ containerPort: 9090 }] }]
`,
  good: `
kind: Canary
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }
---
apiVersion: serving.knative.dev/v1
kind: Service
spec:
  template:
    spec:
      containers: [{ image: registry.example/checkout:1.0.0, ports: [{ containerPort: 8080 }] }]
`,
};
