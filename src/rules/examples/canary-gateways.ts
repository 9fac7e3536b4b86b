import type { RuleExample } from '../rule-example';

export const canaryGateways: RuleExample = {
  rule: 'canary-gateways',
  bad: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service: { gatewayRefs: [{ name: shop, namespace: shop, sectionName: http }] }
---
kind: Gateway
metadata: { name: shop }
spec:
  gatewayClassName: shop
  listeners: [{ name: web, protocol: HTTP, port: 80 }]
`,
  good: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service: { gatewayRefs: [{ name: shop, namespace: shop, sectionName: web }] }
---
kind: Gateway
metadata: { name: shop }
spec:
  gatewayClassName: shop
  listeners: [{ name: web, protocol: HTTP, port: 80 }]
`,
};
