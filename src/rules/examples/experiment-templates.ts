import type { RuleExample } from '../rule-example';

export const experimentTemplates: RuleExample = {
  rule: 'experiment-templates',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            duration: 30m
            templates: [{ name: baseline, specRef: old }]
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            duration: 30m
            templates: [{ name: baseline, specRef: stable }]
`,
};
