import type { RuleExample } from '../rule-example';

export const oneStrategy: RuleExample = {
  rule: 'one-strategy',
  bad: `
kind: Rollout
spec:
  strategy:
    canary: {}
    blueGreen: { activeService: checkout, previewService: checkout-preview }
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen: { activeService: checkout, previewService: checkout-preview }
`,
};
