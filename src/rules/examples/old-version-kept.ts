import type { RuleExample } from '../rule-example';

export const oldVersionKept: RuleExample = {
  rule: 'old-version-kept',
  known: ['conformance/scenarios/naive-blue-green.ts naive/no-delay-is-for-ever'],
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      scaleDownDelaySeconds: 0
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      scaleDownDelaySeconds: 60
`,
};
