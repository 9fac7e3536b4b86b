import type { RuleExample } from '../rule-example';

export const canaryAutoscaler: RuleExample = {
  rule: 'canary-autoscaler',
  bad: `
kind: Canary
---
kind: HorizontalPodAutoscaler
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 3
  maxReplicas: 10
`,
  good: `
kind: Canary
spec:
  autoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }
---
kind: HorizontalPodAutoscaler
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 3
  maxReplicas: 10
`,
};
