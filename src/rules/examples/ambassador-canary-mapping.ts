import type { RuleExample } from '../rule-example';

export const ambassadorCanaryMapping: RuleExample = {
  rule: 'ambassador-canary-mapping',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        ambassador:
          mappings:
            - shop
            - shop
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        ambassador:
          mappings:
            - shop
`,
};
