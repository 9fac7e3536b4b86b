import type { RuleExample } from '../rule-example';

export const istioManagedRoutes: RuleExample = {
  rule: 'istio-managed-routes',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        istio:
          virtualService:
            name: checkout
            routes:
              - main
        managedRoutes:
          - name: copies
      steps:
        - setWeight: 20
        - setMirrorRoute:
            name: copies
            match:
              - path:
                  prefix: /
---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
spec:
  hosts:
    - shop.example.com
  http:
    - name: main
      route:
        - destination:
            host: checkout
          weight: 100
        - destination:
            host: checkout-canary.shop.svc.cluster.local
          weight: 0
    - route: []
    - route: []
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        istio:
          virtualService:
            name: checkout
            routes:
              - main
        managedRoutes:
          - name: copies
      steps:
        - setWeight: 20
        - setMirrorRoute:
            name: copies
            match:
              - path:
                  prefix: /
---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
spec:
  hosts:
    - shop.example.com
  http:
    - name: main
      route:
        - destination:
            host: checkout
          weight: 100
        - destination:
            host: checkout-canary.shop.svc.cluster.local
          weight: 0
    - name: other
      route: []
`,
};
