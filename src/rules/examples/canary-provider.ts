import type { RuleExample } from '../rule-example';

export const canaryProvider: RuleExample = {
  rule: 'canary-provider',
  bad: `
kind: Canary
spec:
  provider: gatewayapi
`,
  good: `
kind: Canary
spec:
  provider: gatewayapi:v1
  service: { gatewayRefs: [{ name: shop, namespace: gateways }] }
`,
};
