import type { RuleExample } from '../rule-example';

export const containerBounds: RuleExample = {
  rule: 'container-bounds',
  known: [
    'https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/workload/pod-metrics.md',
    'docs/analyses.md#how-full-the-pods-are',
  ],
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - { name: main, image: registry.example/checkout:1.0.0 }
  strategy:
    canary:
      analysis:
        startingStep: 1
        templates: [{ templateName: memory }]
        args: [{ name: hash, valueFrom: { podTemplateHashValue: Latest } }]
---
kind: AnalysisTemplate
metadata: { name: memory }
spec:
  args: [{ name: hash }]
  metrics:
    - name: memory
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 0.9
      provider:
        prometheus:
          address: http://prometheus:9090
          query: >-
            max(container_memory_working_set_bytes{pod=~"checkout-{{args.hash}}-.*"}
            / on (pod, container) kube_pod_container_resource_limits{pod=~"checkout-{{args.hash}}-.*",resource="memory"})
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - { name: main, image: registry.example/checkout:1.0.0, resources: { limits: { memory: 1Gi } } }
  strategy:
    canary:
      analysis:
        startingStep: 1
        templates: [{ templateName: memory }]
        args: [{ name: hash, valueFrom: { podTemplateHashValue: Latest } }]
---
kind: AnalysisTemplate
metadata: { name: memory }
spec:
  args: [{ name: hash }]
  metrics:
    - name: memory
      interval: 1m
      failureCondition: len(result) > 0 && result[0] > 0.9
      provider:
        prometheus:
          address: http://prometheus:9090
          query: >-
            max(container_memory_working_set_bytes{pod=~"checkout-{{args.hash}}-.*"}
            / on (pod, container) kube_pod_container_resource_limits{pod=~"checkout-{{args.hash}}-.*",resource="memory"})
`,
};
