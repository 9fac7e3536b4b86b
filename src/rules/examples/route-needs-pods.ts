import type { RuleExample } from '../rule-example';

export const routeNeedsPods: RuleExample = {
  rule: 'route-needs-pods',
  known: [
    'conformance/scenarios/istio.ts istio/route-before-pods',
    'https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi/issues/147',
  ],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        managedRoutes: [{ name: beta }]
        plugins: { acme/router: {} }
      steps:
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { exact: "1" } }]
        - setWeight: 20
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        managedRoutes: [{ name: beta }]
        plugins: { acme/router: {} }
      steps:
        - setCanaryScale: { replicas: 1 }
        - setHeaderRoute:
            name: beta
            match: [{ headerName: x-beta, headerValue: { exact: "1" } }]
        - setWeight: 20
`,
};
