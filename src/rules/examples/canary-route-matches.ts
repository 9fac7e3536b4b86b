import type { RuleExample } from '../rule-example';

export const canaryRouteMatches: RuleExample = {
  rule: 'canary-route-matches',
  bad: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
    match: [{ uri: { prefix: orders } }]
`,
  good: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service:
    gatewayRefs: [{ name: shop, namespace: gateways }]
    match: [{ uri: { prefix: /orders } }]
`,
};
