import type { RuleExample } from '../rule-example';

export const startingStep: RuleExample = {
  rule: 'starting-step',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis: { startingStep: 3, templates: [{ templateName: success-rate }] }
      steps:
        - setWeight: 20
        - pause: { duration: 10m }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      analysis: { startingStep: 1, templates: [{ templateName: success-rate }] }
      steps:
        - setWeight: 20
        - pause: { duration: 10m }
`,
};
