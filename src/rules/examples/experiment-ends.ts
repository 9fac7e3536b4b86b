import type { RuleExample } from '../rule-example';

export const experimentEnds: RuleExample = {
  rule: 'experiment-ends',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            templates: [{ name: canary, specRef: canary }]
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      steps:
        - experiment:
            duration: 30m
            templates: [{ name: canary, specRef: canary }]
`,
};
