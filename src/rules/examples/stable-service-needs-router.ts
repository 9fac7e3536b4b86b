import type { RuleExample } from '../rule-example';

export const stableServiceNeedsRouter: RuleExample = {
  rule: 'stable-service-needs-router',
  known: ['conformance/scenarios/naive.ts naive/stable-service'],
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
