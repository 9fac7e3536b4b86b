import type { RuleExample } from '../rule-example';

export const antiAffinity: RuleExample = {
  rule: 'anti-affinity',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 200 } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 100 } }
`,
};
