import type { RuleExample } from '../rule-example';

export const managedRoutes: RuleExample = {
  rule: 'managed-routes',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        istio:
          virtualService: { name: checkout, routes: [primary] }
          destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }
      steps:
        - setWeight: 5
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { exact: "1" } }]
        - pause: {}
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        managedRoutes: [{ name: beta }]
        istio:
          virtualService: { name: checkout, routes: [primary] }
          destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }
      steps:
        - setWeight: 5
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { exact: "1" } }]
        - pause: {}
`,
};
