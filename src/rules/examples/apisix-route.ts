import type { RuleExample } from '../rule-example';

export const apisixRoute: RuleExample = {
  rule: 'apisix-route',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        apisix:
          route:
            name: shop
        managedRoutes: []
---
kind: ApisixRoute
metadata:
  name: shop
spec:
  http:
    - name: main
      match:
        paths:
          - /*
      backends:
        - serviceName: checkout
          servicePort: 80
          weight: 100
        - serviceName: checkout-canary
          servicePort: 80
          weight: 0
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        apisix:
          route:
            name: shop
            rules:
              - main
        managedRoutes: []
---
kind: ApisixRoute
metadata:
  name: shop
spec:
  http:
    - name: main
      match:
        paths:
          - /*
      backends:
        - serviceName: checkout
          servicePort: 80
          weight: 100
        - serviceName: checkout-canary
          servicePort: 80
          weight: 0
`,
};
