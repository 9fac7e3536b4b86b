import type { RuleExample } from '../rule-example';

export const openshiftRoute: RuleExample = {
  rule: 'openshift-route',
  known: ['https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-openshift', 'docs/routers.md#openshift'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        plugins:
          argoproj-labs/openshift:
            routes:
              - edge/checkout
---
kind: Route
spec:
  host: shop.example.com
  to:
    kind: Service
    name: checkout
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
          argoproj-labs/openshift:
            routes:
              - checkout
---
kind: Route
spec:
  host: shop.example.com
  to:
    kind: Service
    name: checkout
    weight: 100
`,
};
