import type { RuleExample } from '../rule-example';

export const oneRouter: RuleExample = {
  rule: 'one-router',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        maxTrafficWeight: 1000
        plugins: { acme/router: {} }
        traefik: { weightedTraefikServiceName: checkout }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        maxTrafficWeight: 1000
        plugins: { acme/router: {} }
`,
};
