import type { RuleExample } from '../rule-example';

export const scalerKind: RuleExample = {
  rule: 'scaler-kind',
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
---
kind: HorizontalPodAutoscaler
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 5
  maxReplicas: 10
`,
  good: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
---
kind: HorizontalPodAutoscaler
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicas: 5
  maxReplicas: 10
`,
};
