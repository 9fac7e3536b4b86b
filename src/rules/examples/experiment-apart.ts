import type { RuleExample } from '../rule-example';

export const experimentApart: RuleExample = {
  rule: 'experiment-apart',
  known: ['https://kubernetes.io/docs/concepts/services-networking/service/', 'docs/experiments.md#traffic'],
  bad: `
kind: Experiment
metadata: { name: compare }
spec:
  duration: 30m
  templates:
    - name: candidate
      selector: { matchLabels: { app: checkout } }
      template:
        metadata: { labels: { app: checkout } }
        spec: { containers: [{ name: main, image: registry.example/checkout:1.1.0 }] }
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
---
kind: Deployment
metadata: { name: checkout }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } } }
`,
  good: `
kind: Experiment
metadata: { name: compare }
spec:
  duration: 30m
  templates:
    - name: candidate
      selector: { matchLabels: { app: checkout-candidate } }
      template:
        metadata: { labels: { app: checkout-candidate } }
        spec: { containers: [{ name: main, image: registry.example/checkout:1.1.0 }] }
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
---
kind: Deployment
metadata: { name: checkout }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } } }
`,
};
