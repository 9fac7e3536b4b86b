import type { RuleExample } from '../rule-example';

export const handOver: RuleExample = {
  rule: 'hand-over',
  bad: `
kind: Rollout
spec:
  replicas: 5
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout, scaleDown: onSuccess }
`,
  good: `
kind: Rollout
spec:
  replicas: 5
  workloadRef: { apiVersion: apps/v1, kind: Deployment, name: checkout, scaleDown: onsuccess }
`,
};
