import type { RuleExample } from '../rule-example';

export const canaryReady: RuleExample = {
  rule: 'canary-ready',
  bad: `
kind: Canary
spec:
  analysis: { canaryReadyThreshold: 150 }
`,
  good: `
kind: Canary
spec:
  analysis: { canaryReadyThreshold: 80 }
`,
};
