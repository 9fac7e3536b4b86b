import type { RuleExample } from '../rule-example';

export const apisixHeaderRoutes: RuleExample = {
  rule: 'apisix-header-routes',
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
            rules:
              - main
        managedRoutes:
          - name: internal
      steps:
        - setCanaryScale:
            replicas: 1
        - setHeaderRoute:
            name: internal
            match:
              - headerName: x-internal
                headerValue:
                  exact: "true"
        - setHeaderRoute:
            name: internal
---
kind: ApisixRoute
metadata:
  name: internal
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
        managedRoutes:
          - name: internal
      steps:
        - setCanaryScale:
            replicas: 1
        - setHeaderRoute:
            name: internal
            match:
              - headerName: x-internal
                headerValue:
                  exact: "true"
        - setHeaderRoute:
            name: internal
`,
};
