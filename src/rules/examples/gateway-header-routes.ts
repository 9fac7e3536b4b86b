import type { RuleExample } from '../rule-example';

export const gatewayHeaderRoutes: RuleExample = {
  rule: 'gateway-header-routes',
  known: ['https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi', 'docs/routers.md#gateway-api'],
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: checkout
            namespace: edge
        managedRoutes:
          - name: internal
          - name: partners
      steps:
        - setWeight: 20
        - setHeaderRoute:
            name: internal
            match:
              - headerName: x-internal
                headerValue:
                  exact: "true"
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
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: checkout
        managedRoutes:
          - name: internal
          - name: partners
      steps:
        - setWeight: 20
        - setHeaderRoute:
            name: internal
            match:
              - headerName: x-internal
                headerValue:
                  exact: "true"
        - setHeaderRoute:
            name: internal
        - setHeaderRoute:
            name: partners
            match:
              - headerName: x-internal
                headerValue:
                  exact: "true"
`,
};
