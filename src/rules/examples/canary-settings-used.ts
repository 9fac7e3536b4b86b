import type { RuleExample } from '../rule-example';

export const canarySettingsUsed: RuleExample = {
  rule: 'canary-settings-used',
  bad: `
kind: Canary
spec:
  analysis:
    stepWeights: [5, 20, 60]
    maxWeight: 40
`,
  good: `
kind: Canary
spec:
  analysis:
    stepWeights: [5, 20, 40]
`,
};
