import type { RuleExample } from '../rule-example';

export const volumeSources: RuleExample = {
  rule: 'volume-sources',
  bad: `
kind: Rollout
spec:
  template:
    spec:
      volumes: [{ name: config, configMap: {} }]
`,
  good: `
kind: Rollout
spec:
  template:
    spec:
      volumes: [{ name: config, configMap: { name: checkout-5d8f7c } }]
`,
};
