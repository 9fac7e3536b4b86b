import type { RuleExample } from '../rule-example';

export const alertSubscriptions: RuleExample = {
  rule: 'alert-subscriptions',
  known: ['argo:docs/features/notifications.md', 'docs/alerts.md'],
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
