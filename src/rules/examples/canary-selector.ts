import type { RuleExample } from '../rule-example';

export const canarySelector: RuleExample = {
  rule: 'canary-selector',
  bad: `
kind: Canary
---
kind: Deployment
spec:
  selector: { matchLabels: { app: null, k8s-app: checkout } }
  template:
    metadata:
      labels: { app: null, k8s-app: checkout }
`,
  good: `
kind: Canary
---
kind: Deployment
spec:
  selector: { matchLabels: { app: checkout, k8s-app: checkout } }
  template:
    metadata:
      labels: { app: checkout, k8s-app: checkout }
`,
};
