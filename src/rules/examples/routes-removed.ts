import type { RuleExample } from '../rule-example';

export const routesRemoved: RuleExample = {
  rule: 'routes-removed',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        managedRoutes: [{ name: shadow }]
        istio:
          virtualService: { name: checkout, routes: [primary] }
          destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }
      steps:
        - setCanaryScale: { replicas: 1 }
        - setMirrorRoute: { name: shadow, match: [{ method: { exact: GET } }] }
        - pause: { duration: 10m }
        - setWeight: 20
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      trafficRouting:
        managedRoutes: [{ name: shadow }]
        istio:
          virtualService: { name: checkout, routes: [primary] }
          destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable }
      steps:
        - setCanaryScale: { replicas: 1 }
        - setMirrorRoute: { name: shadow, match: [{ method: { exact: GET } }] }
        - pause: { duration: 10m }
        - setMirrorRoute: { name: shadow }
        - setWeight: 20
`,
};
