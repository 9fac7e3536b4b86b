import type { RuleExample } from '../rule-example';

export const gatewayRoute: RuleExample = {
  rule: 'gateway-route',
  known: ['https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi', 'docs/routers.md#gateway-api'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: chekout } } }
---
kind: HTTPRoute
metadata: { name: checkout }
spec:
  rules:
    - backendRefs: [{ name: checkout, port: 80 }, { name: checkout-canary, port: 80 }]
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: checkout, namespace: shop } } }
---
kind: HTTPRoute
metadata: { name: checkout }
spec:
  rules:
    - backendRefs: [{ name: checkout, port: 80 }, { name: checkout-canary, port: 80 }]
`,
};
