import type { RuleExample } from '../rule-example';

export const canaryRollbackHook: RuleExample = {
  rule: 'canary-rollback-hook',
  bad: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: call off, type: rollback, url: http://flagger-loadtester.test/ }
`,
  good: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: call off, type: rollback, url: http://flagger-loadtester.test/rollback/check }
`,
};
