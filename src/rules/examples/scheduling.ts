import type { RuleExample } from '../rule-example';

export const scheduling: RuleExample = {
  rule: 'scheduling',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      tolerations: [{ key: dedicated, operator: Exists, value: shop, effect: NoSchedule }]
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      tolerations: [{ key: dedicated, operator: Equal, value: shop, effect: NoSchedule }]
`,
};
