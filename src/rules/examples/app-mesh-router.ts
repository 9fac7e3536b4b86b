import type { RuleExample } from '../rule-example';

export const appMeshRouter: RuleExample = {
  rule: 'app-mesh-router',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        appMesh:
          virtualService: { name: checkout }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        appMesh:
          virtualService: { name: checkout }
          virtualNodeGroup:
            stableVirtualNodeRef: { name: checkout }
            canaryVirtualNodeRef: { name: checkout-canary }
---
kind: VirtualNode
metadata: { name: checkout }
spec:
  podSelector: { matchLabels: { app: checkout } }
---
kind: VirtualNode
metadata: { name: checkout-canary }
spec:
  podSelector: { matchLabels: { app: checkout } }
---
apiVersion: appmesh.k8s.aws/v1beta2
kind: VirtualService
metadata: { name: checkout }
spec:
  provider: { virtualRouter: { virtualRouterRef: { name: checkout } } }
---
kind: VirtualRouter
spec:
  routes:
    - name: primary
      httpRoute:
        action:
          weightedTargets:
            - { virtualNodeRef: { name: checkout }, weight: 100 }
            - { virtualNodeRef: { name: checkout-canary }, weight: 0 }
`,
};
