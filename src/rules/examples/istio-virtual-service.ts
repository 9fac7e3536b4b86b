import type { RuleExample } from '../rule-example';

export const istioVirtualService: RuleExample = {
  rule: 'istio-virtual-service',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { istio: {} }
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
