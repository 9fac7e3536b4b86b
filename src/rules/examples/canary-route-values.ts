import type { RuleExample } from '../rule-example';

export const canaryRouteValues: RuleExample = {
  rule: 'canary-route-values',
  bad: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
    hosts: ['Shop.example.com:443']
`,
  good: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
    hosts: [shop.example.com]
`,
};
