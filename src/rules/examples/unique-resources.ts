import type { RuleExample } from '../rule-example';

export const uniqueResources: RuleExample = {
  rule: 'unique-resources',
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
