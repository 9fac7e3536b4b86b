import type { RuleExample } from '../rule-example';

export const adoptedReplicas: RuleExample = {
  rule: 'adopted-replicas',
  known: ['conformance/scenarios/adoption.ts adoption/put-back-later', 'conformance/scenarios/adoption.ts adoption/put-back-at-first'],
  bad: `
kind: Rollout
spec:
  replicas: 5
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout, scaleDown: progressively }
---
kind: Deployment
metadata: { name: checkout }
spec:
  replicas: 5
`,
  good: `
kind: Rollout
spec:
  replicas: 5
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout, scaleDown: never }
---
kind: Deployment
metadata: { name: checkout }
spec:
  replicas: 0
`,
};
