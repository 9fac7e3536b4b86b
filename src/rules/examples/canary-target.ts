import type { RuleExample } from '../rule-example';

export const canaryTarget: RuleExample = {
  rule: 'canary-target',
  bad: `
kind: Canary
metadata: { name: checkout }
---
kind: Canary
metadata: { name: checkout-blue-green }
spec:
  analysis:
    iterations: 10
    mirror: true
---
kind: Deployment
`,
  good: `
kind: Canary
metadata: { name: checkout }
---
kind: Deployment
`,
};
