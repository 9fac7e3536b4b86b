import type { RuleExample } from '../rule-example';

export const disruptionBudget: RuleExample = {
  rule: 'disruption-budget',
  bad: `
kind: Rollout
spec:
  replicas: 5
---
kind: PodDisruptionBudget
metadata: { name: checkout }
spec:
  minAvailable: 100%
  selector: { matchLabels: { app: checkout } }
`,
  good: `
kind: Rollout
spec:
  replicas: 5
---
kind: PodDisruptionBudget
metadata: { name: checkout }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: checkout } }
`,
};
