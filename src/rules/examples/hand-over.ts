import type { RuleExample } from '../rule-example';

export const handOver: RuleExample = {
  rule: 'hand-over',
  known: ['conformance/scenarios/adoption.ts adoption/fewer-pods'],
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
