import type { RuleExample } from '../rule-example';

export const serviceShared: RuleExample = {
  rule: 'service-shared',
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  strategy:
    blueGreen:
      activeService: checkout
---
kind: Rollout
metadata: { name: payment }
spec:
  selector: { matchLabels: { app: payment } }
  template: { metadata: { labels: { app: payment } } }
  strategy: { blueGreen: { activeService: checkout, previewService: payment-preview } }
`,
  good: `
kind: Rollout
metadata: { name: checkout }
spec:
  strategy:
    blueGreen:
      activeService: checkout
---
kind: Rollout
metadata: { name: payment }
spec:
  selector: { matchLabels: { app: payment } }
  template: { metadata: { labels: { app: payment } } }
  strategy: { blueGreen: { activeService: payment, previewService: payment-preview } }
`,
};
