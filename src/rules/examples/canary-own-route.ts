import type { RuleExample } from '../rule-example';

export const canaryOwnRoute: RuleExample = {
  rule: 'canary-own-route',
  bad: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
---
kind: HTTPRoute
spec:
  parentRefs: [{ name: shop, namespace: gateways }]
  rules: [{ backendRefs: [{ name: checkout, port: 80 }] }]
`,
  good: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
---
kind: HTTPRoute
metadata: { name: help }
spec:
  parentRefs: [{ name: shop, namespace: gateways }]
  rules: [{ backendRefs: [{ name: help, port: 80 }] }]
`,
};
