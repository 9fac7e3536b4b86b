import type { RuleExample } from '../rule-example';

export const routerServices: RuleExample = {
  rule: 'router-services',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting: { traefik: { weightedTraefikServiceName: checkout } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { traefik: { weightedTraefikServiceName: checkout } }
`,
};
