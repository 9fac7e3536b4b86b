import type { RuleExample } from '../rule-example';

export const canaryKnativeService: RuleExample = {
  rule: 'canary-knative-service',
  bad: `
kind: Canary
spec:
  provider: knative
  targetRef: { apiVersion: serving.knative.dev/v1, kind: Service, name: checkout }
---
apiVersion: serving.knative.dev/v1
kind: Service
spec:
  traffic: [{ latestRevision: true, percent: 100 }]
  template:
    spec:
      containers: [{ image: registry.example/checkout:1.0.0 }]
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
      containers: [{ image: registry.example/checkout:1.0.0 }]
`,
};
