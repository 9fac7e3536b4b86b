import type { RuleExample } from '../rule-example';

export const probes: RuleExample = {
  rule: 'probes',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          readinessProbe: { periodSeconds: 5 }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          readinessProbe: { httpGet: { path: /ready, port: 8080 }, periodSeconds: 5 }
`,
};
