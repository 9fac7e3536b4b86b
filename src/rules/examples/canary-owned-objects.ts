import type { RuleExample } from '../rule-example';

export const canaryOwnedObjects: RuleExample = {
  rule: 'canary-owned-objects',
  bad: `
kind: Canary
---
kind: Service
metadata: { name: checkout }
spec:
  selector: { app: checkout }
`,
  good: `
kind: Canary
---
kind: Service
metadata: { name: payment }
spec:
  selector: { app: payment }
`,
};
