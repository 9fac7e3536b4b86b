import type { RuleExample } from '../rule-example';

export const istioOtherDestinations: RuleExample = {
  rule: 'istio-other-destinations',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { istio: { virtualService: { name: checkout } } }
---
kind: VirtualService
metadata: { name: checkout }
spec:
  hosts: [checkout]
  http:
    - route:
        - { destination: { host: checkout }, weight: 90 }
        - { destination: { host: checkout-canary }, weight: 0 }
        - { destination: { host: legacy }, weight: 10 }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { istio: { virtualService: { name: checkout } } }
---
kind: VirtualService
metadata: { name: checkout }
spec:
  hosts: [checkout]
  http:
    - route:
        - { destination: { host: checkout }, weight: 100 }
        - { destination: { host: checkout-canary }, weight: 0 }
`,
};
