import type { RuleExample } from '../rule-example';

export const podSystem: RuleExample = {
  rule: 'pod-system',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      os: { name: windows }
      securityContext: { fsGroup: 1000 }
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      os: { name: linux }
      securityContext: { fsGroup: 1000 }
`,
};
