import type { RuleExample } from '../rule-example';

export const canaryWholeNumbers: RuleExample = {
  rule: 'canary-whole-numbers',
  bad: `
kind: Canary
spec:
  analysis: { stepWeight: 2.5 }
`,
  good: `
kind: Canary
spec:
  analysis: { stepWeight: 5 }
`,
};
