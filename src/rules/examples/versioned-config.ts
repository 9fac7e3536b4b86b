import type { RuleExample } from '../rule-example';

export const versionedConfig: RuleExample = {
  rule: 'versioned-config',
  known: ['conformance/scenarios/operations.ts operations/config-aborted', 'docs/configuration.md#configuration-that-is-released-with-the-pods'],
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          envFrom: [{ configMapRef: { name: checkout } }]
---
kind: ConfigMap
metadata: { name: checkout }
data:
  LOG_LEVEL: debug
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          envFrom: [{ configMapRef: { name: checkout-5d8f7c } }]
---
kind: ConfigMap
metadata: { name: checkout-5d8f7c }
immutable: true
data:
  LOG_LEVEL: debug
`,
};
