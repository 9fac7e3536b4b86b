import type { RuleExample } from '../rule-example';

export const albHeaderRoutes: RuleExample = {
  rule: 'alb-header-routes',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        managedRoutes: [{ name: beta }]
        alb: { ingress: checkout, servicePort: 80 }
      steps:
        - setWeight: 5
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { prefix: "1" } }]
        - pause: {}
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        managedRoutes: [{ name: beta }]
        alb: { ingress: checkout, servicePort: 80 }
      steps:
        - setWeight: 5
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { exact: "1" } }]
        - pause: {}
`,
};
