import type { RuleExample } from '../rule-example';

export const containers: RuleExample = {
  rule: 'containers',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - { name: main, image: registry.example/checkout:1.0.0 }
        - { name: main, image: registry.example/proxy:1.0.0 }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      containers:
        - { name: main, image: registry.example/checkout:1.0.0 }
        - { name: proxy, image: registry.example/proxy:1.0.0 }
`,
};
