import type { RuleExample } from '../rule-example';

export const uniqueResources: RuleExample = {
  rule: 'unique-resources',
  known: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: `
kind: Service
metadata: { name: checkout }
spec:
  ports: [{ port: 80 }]
---
kind: Service
metadata: { name: checkout }
spec:
  ports: [{ port: 81 }]
`,
  good: `
kind: Service
metadata: { name: checkout }
spec:
  ports: [{ port: 80 }]
---
kind: Service
metadata: { name: payment }
spec:
  ports: [{ port: 81 }]
`,
};
