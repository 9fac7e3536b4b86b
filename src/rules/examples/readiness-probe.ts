import type { RuleExample } from '../rule-example';

export const readinessProbe: RuleExample = {
  rule: 'readiness-probe',
  known: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes'],
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          ports: [{ containerPort: 8080 }]
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          ports: [{ containerPort: 8080 }]
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
`,
};
