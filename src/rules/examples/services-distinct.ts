import type { RuleExample } from '../rule-example';

export const servicesDistinct: RuleExample = {
  rule: 'services-distinct',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout
      trafficRouting: { plugins: { acme/router: {} } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { plugins: { acme/router: {} } }
`,
};
