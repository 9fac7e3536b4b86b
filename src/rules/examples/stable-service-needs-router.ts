import type { RuleExample } from '../rule-example';

export const stableServiceNeedsRouter: RuleExample = {
  rule: 'stable-service-needs-router',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
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
