import type { RuleExample } from '../rule-example';

export const canaryScaledObject: RuleExample = {
  rule: 'canary-scaled-object',
  bad: `
kind: Canary
metadata: { name: api }
spec:
  targetRef: { kind: Deployment, name: api }
  autoscalerRef: { apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: api }
---
kind: ScaledObject
metadata: { name: api }
spec:
  scaleTargetRef: { name: api }
  minReplicaCount: 3
  triggers:
    - type: prometheus
      name: requests
      metadata:
        serverAddress: http://prometheus:9090
        threshold: "100"
        query: sum(rate(requests_total{app="public-api"}[1m]))
`,
  good: `
kind: Canary
metadata: { name: api }
spec:
  targetRef: { kind: Deployment, name: api }
  autoscalerRef:
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    name: api
    primaryScalerQueries:
      requests: sum(rate(requests_total{app="public-api-primary"}[1m]))
---
kind: ScaledObject
metadata: { name: api }
spec:
  scaleTargetRef: { name: api }
  minReplicaCount: 3
  triggers:
    - type: prometheus
      name: requests
      metadata:
        serverAddress: http://prometheus:9090
        threshold: "100"
        query: sum(rate(requests_total{app="public-api"}[1m]))
`,
};
