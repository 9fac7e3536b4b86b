import type { RuleExample } from '../rule-example';

export const serviceSelector: RuleExample = {
  rule: 'service-selector',
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      activeService: checkout
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout, tier: web }
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      activeService: checkout
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
`,
};
