import type { RuleExample } from '../rule-example';

export const trafficSplit: RuleExample = {
  rule: 'traffic-split',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { smi: {} }
---
kind: TrafficSplit
metadata: { name: checkout }
spec:
  service: checkout
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { smi: {} }
---
kind: TrafficSplit
metadata: { name: payment }
spec:
  service: payment
`,
};
