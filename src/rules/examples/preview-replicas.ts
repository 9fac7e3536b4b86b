import type { RuleExample } from '../rule-example';

export const previewReplicas: RuleExample = {
  rule: 'preview-replicas',
  bad: `
kind: Rollout
spec:
  replicas: 5
  strategy:
    blueGreen:
      previewReplicaCount: 8
      autoPromotionSeconds: 600
`,
  good: `
kind: Rollout
spec:
  replicas: 5
  strategy:
    blueGreen:
      previewReplicaCount: 1
      autoPromotionSeconds: 600
`,
};
