import type { RuleExample } from '../rule-example';

export const gatewayReferences: RuleExample = {
  rule: 'gateway-references',
  known: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/', 'docs/routers.md#other-namespaces'],
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
  hostnames:
    - shop.example.com
  rules:
    - backendRefs:
        - name: checkout
          namespace: edge
          port: 80
        - name: checkout-canary
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
`,
};
