import type { RuleExample } from '../rule-example';

export const uniqueElements: RuleExample = {
  rule: 'unique-elements',
  known: ['https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy'],
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          env:
            - { name: LOG_LEVEL, value: debug }
            - { name: LOG_LEVEL, value: info }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.0.0
          env:
            - { name: LOG_LEVEL, value: debug }
`,
};
