import type { RuleExample } from '../rule-example';

export const retiredRouter: RuleExample = {
  rule: 'retired-router',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { nginx: { stableIngress: checkout } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: checkout, namespace: shop } } }
`,
};
