import type { RuleExample } from '../rule-example';

export const canaryIngress: RuleExample = {
  rule: 'canary-ingress',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { nginx: { stableIngress: checkout } }
---
kind: Ingress
metadata: { name: checkout-checkout-canary }
spec:
  rules: []
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { nginx: { stableIngress: checkout } }
`,
};
