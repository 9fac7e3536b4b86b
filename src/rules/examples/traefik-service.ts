import type { RuleExample } from '../rule-example';

export const traefikService: RuleExample = {
  rule: 'traefik-service',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { traefik: { weightedTraefikServiceName: checkout } }
---
kind: TraefikService
metadata: { name: checkout }
spec:
  weighted: { services: [{ name: checkout, port: 80 }] }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { traefik: { weightedTraefikServiceName: checkout } }
---
kind: TraefikService
metadata: { name: checkout }
spec:
  weighted:
    services:
      - { name: checkout, port: 80 }
      - { name: checkout-canary, port: 80 }
`,
};
