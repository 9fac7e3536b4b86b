import type { RuleExample } from '../rule-example';

export const canaryApisixRoute: RuleExample = {
  rule: 'canary-apisix-route',
  bad: `
kind: Canary
spec:
  provider: apisix
  routeRef: { apiVersion: apisix.apache.org/v2, kind: ApisixRoute, name: shop }
---
kind: ApisixRoute
metadata: { name: shop }
spec:
  http: [{ name: main, match: { paths: [/*] }, backends: [{ serviceName: shop, servicePort: 80 }] }]
`,
  good: `
kind: Canary
spec:
  provider: apisix
  routeRef: { apiVersion: apisix.apache.org/v2, kind: ApisixRoute, name: shop }
---
kind: ApisixRoute
metadata: { name: shop }
spec:
  http: [{ name: main, match: { paths: [/*] }, backends: [{ serviceName: checkout, servicePort: 80 }] }]
`,
};
