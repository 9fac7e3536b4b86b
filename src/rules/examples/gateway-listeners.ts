import type { RuleExample } from '../rule-example';

export const gatewayListeners: RuleExample = {
  rule: 'gateway-listeners',
  known: ['https://gateway-api.sigs.k8s.io/api-types/gateway/', 'docs/routers.md#gateway-api'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: checkout
---
kind: HTTPRoute
spec:
  parentRefs:
    - name: public
      sectionName: htp
  hostnames:
    - shop.example.com
  rules:
    - backendRefs:
        - name: checkout
          port: 80
          weight: 100
        - name: checkout-canary
          port: 80
          weight: 0
---
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: any
  listeners:
    - name: http
      protocol: HTTP
      port: 80
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: checkout
---
kind: HTTPRoute
spec:
  parentRefs:
    - name: public
  hostnames:
    - shop.example.com
  rules:
    - backendRefs:
        - name: checkout
          port: 80
          weight: 100
        - name: checkout-canary
          port: 80
          weight: 0
---
kind: Gateway
metadata:
  name: public
spec:
  gatewayClassName: any
  listeners:
    - name: http
      protocol: HTTP
      port: 80
`,
};
