import type { RuleExample } from '../rule-example';

export const scalerRange: RuleExample = {
  rule: 'scaler-range',
  known: ['conformance/scenarios/scaling.ts scaling/release-of-no-pods'],
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
---
kind: ScaledObject
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicaCount: 0
  maxReplicaCount: 10
  triggers: []
`,
  good: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
---
kind: ScaledObject
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicaCount: 5
  maxReplicaCount: 10
  triggers: []
`,
};
