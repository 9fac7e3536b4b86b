import type { RuleExample } from '../rule-example';

export const istioRoutes: RuleExample = {
  rule: 'istio-routes',
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
              - man
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
`,
};
