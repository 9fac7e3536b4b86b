import type { RuleExample } from '../rule-example';

export const oneScaler: RuleExample = {
  rule: 'one-scaler',
  known: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/', 'docs/workloads.md#scaling'],
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
---
kind: HorizontalPodAutoscaler
metadata: { name: by-cpu }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicas: 5
  maxReplicas: 10
---
kind: HorizontalPodAutoscaler
metadata: { name: by-memory }
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
metadata: { name: by-cpu-and-memory }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicas: 5
  maxReplicas: 10
`,
};
