import type { RuleExample } from '../rule-example';

export const canaryWeights: RuleExample = {
  rule: 'canary-weights',
  bad: `
kind: Canary
spec:
  analysis:
    stepWeights: [25, 10, 50]
`,
  good: `
kind: Canary
spec:
  analysis:
    stepWeights: [10, 25, 50]
`,
};
