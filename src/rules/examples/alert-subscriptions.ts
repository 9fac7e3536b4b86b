import type { RuleExample } from '../rule-example';

export const alertSubscriptions: RuleExample = {
  rule: 'alert-subscriptions',
  bad: `
kind: Rollout
metadata:
  annotations:
    notifications.argoproj.io/subscribe.on-rollout-abort.slack: deploys
`,
  good: `
kind: Rollout
metadata:
  annotations:
    notifications.argoproj.io/subscribe.on-rollout-aborted.slack: deploys;on-call
`,
};
