import type { RuleExample } from '../rule-example';

export const canaryReplicas: RuleExample = {
  rule: 'canary-replicas',
  bad: `
kind: Canary
spec:
  autoscalerRef: { apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: checkout }
---
kind: Deployment
spec:
  replicas: 5
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
kind: Deployment
spec:
  replicas: null
---
kind: HorizontalPodAutoscaler
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
  minReplicas: 3
  maxReplicas: 10
`,
};
