import type { RuleExample } from '../rule-example';

export const workloadReference: RuleExample = {
  rule: 'workload-reference',
  bad: `
kind: Rollout
spec:
  workloadRef: { apiVersion: apps/v1, kind: StatefulSet, name: checkout }
`,
  good: `
kind: Rollout
spec:
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }
---
kind: Deployment
metadata: { name: checkout }
spec:
  replicas: null
`,
};
