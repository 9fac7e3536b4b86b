import type { RuleExample } from '../rule-example';

export const canaryPrimarySelected: RuleExample = {
  rule: 'canary-primary-selected',
  bad: `
kind: Canary
---
kind: Deployment
---
kind: PodDisruptionBudget
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: checkout } }
`,
  good: `
kind: Canary
---
kind: Deployment
---
kind: PodDisruptionBudget
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: checkout-primary } }
`,
};
