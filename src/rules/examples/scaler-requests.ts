import type { RuleExample } from '../rule-example';

export const scalerRequests: RuleExample = {
  rule: 'scaler-requests',
  known: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  bad: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
  template:
    spec:
      containers:
        - { name: main, image: registry.example/checkout:1.0.0 }
---
kind: HorizontalPodAutoscaler
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicas: 5
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`,
  good: `
kind: Rollout
metadata: { name: checkout }
spec:
  replicas: null
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          resources: { requests: { cpu: 500m } }
---
kind: HorizontalPodAutoscaler
metadata: { name: checkout }
spec:
  scaleTargetRef: { apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: checkout }
  minReplicas: 5
  maxReplicas: 10
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`,
};
