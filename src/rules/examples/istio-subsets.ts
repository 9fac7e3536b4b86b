import type { RuleExample } from '../rule-example';

export const istioSubsets: RuleExample = {
  rule: 'istio-subsets',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      dynamicStableScale: false
      trafficRouting:
        istio:
          virtualService:
            name: checkout
          destinationRule:
            name: checkout
            canarySubsetName: canary
            stableSubsetName: stable
---
kind: DestinationRule
spec:
  host: checkout
  subsets:
    - name: stable
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      dynamicStableScale: false
      trafficRouting:
        istio:
          virtualService:
            name: checkout
          destinationRule:
            name: checkout
            canarySubsetName: canary
            stableSubsetName: stable
---
kind: DestinationRule
spec:
  host: checkout
  subsets:
    - name: stable
    - name: canary
`,
};
