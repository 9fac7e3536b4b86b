import type { RuleExample } from '../rule-example';

export const ambassadorMapping: RuleExample = {
  rule: 'ambassador-mapping',
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
            - shpo
---
apiVersion: getambassador.io/v2
kind: Mapping
metadata:
  name: shop
spec:
  prefix: /
  service: checkout.shop:80
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
---
apiVersion: getambassador.io/v2
kind: Mapping
metadata:
  name: shop
spec:
  prefix: /
  service: checkout.shop:80
`,
};
