import type { RuleExample } from '../rule-example';

export const podsApart: RuleExample = {
  rule: 'pods-apart',
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  selector:
    matchLabels: { app: checkout }
---
kind: Deployment
metadata: { name: checkout-worker }
spec:
  template: { metadata: { labels: { app: checkout } } }
`,
  good: `
kind: Rollout
metadata: { name: checkout }
spec:
  selector:
    matchLabels: { app: checkout }
---
kind: Deployment
metadata: { name: checkout-worker }
spec:
  selector: { matchLabels: { app: checkout-worker } }
  template: { metadata: { labels: { app: checkout-worker } } }
`,
};
