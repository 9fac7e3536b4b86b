import type { RuleExample } from '../rule-example';

export const volumes: RuleExample = {
  rule: 'volumes',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      volumes: [{ name: cache, emptyDir: {} }]
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          volumeMounts: [{ name: cash, mountPath: /cache }]
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      volumes: [{ name: cache, emptyDir: {} }]
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          volumeMounts: [{ name: cache, mountPath: /cache }]
`,
};
