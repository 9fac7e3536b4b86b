import type { RuleExample } from '../rule-example';

export const scalerReplicas: RuleExample = {
  rule: 'scaler-replicas',
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: 5
---
kind: HorizontalPodAutoscaler
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
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
