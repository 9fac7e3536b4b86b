import type { RuleExample } from '../rule-example';

export const servicesPresent: RuleExample = {
  rule: 'services-present',
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      activeService: checkout
      previewService: checkout-preview
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      activeService: checkout
      previewService: checkout-preview
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
---
kind: Service
metadata: { name: checkout-preview }
spec:
  selector: { app: checkout }
`,
};
