import type { RuleExample } from '../rule-example';

export const contourProxy: RuleExample = {
  rule: 'contour-proxy',
  known: ['https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-contour', 'docs/routers.md#contour'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        plugins:
          argoproj-labs/contour:
            httpProxies:
              - checkout
---
kind: HTTPProxy
spec:
  virtualhost:
    fqdn: shop.example.com
  routes:
    - services:
        - name: checkout-canary
          port: 80
          weight: 100
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
          argoproj-labs/contour:
            httpProxies:
              - checkout
---
kind: HTTPProxy
spec:
  virtualhost:
    fqdn: shop.example.com
  routes:
    - services:
        - name: checkout
          port: 80
          weight: 100
        - name: checkout-canary
          port: 80
          weight: 0
`,
};
