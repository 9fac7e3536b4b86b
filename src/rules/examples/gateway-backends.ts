import type { RuleExample } from '../rule-example';

export const gatewayBackends: RuleExample = {
  rule: 'gateway-backends',
  known: ['https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi', 'docs/routers.md#gateway-api'],
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
          port: 80
          weight: 100
        - name: checkout-canary
          port: 80
          weight: 0
    - backendRefs:
        - name: checkout
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
