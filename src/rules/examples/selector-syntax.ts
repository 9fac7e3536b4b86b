import type { RuleExample } from '../rule-example';

export const selectorSyntax: RuleExample = {
  rule: 'selector-syntax',
  bad: `
kind: Rollout
spec:
  selector:
    matchExpressions: [{ key: app, operator: In }]
`,
  good: `
kind: Rollout
spec:
  selector:
    matchExpressions: [{ key: app, operator: Exists }]
`,
};
