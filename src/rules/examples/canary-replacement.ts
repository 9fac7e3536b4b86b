import type { RuleExample } from '../rule-example';

export const canaryReplacement: RuleExample = {
  rule: 'canary-replacement',
  bad: `
kind: Canary
spec:
  targetRef: { kind: DaemonSet, name: checkout }
---
kind: DaemonSet
spec:
  updateStrategy: { type: OnDelete }
`,
  good: `
kind: Canary
spec:
  targetRef: { kind: DaemonSet, name: checkout }
---
kind: DaemonSet
spec:
  updateStrategy: { type: RollingUpdate }
`,
};
