import type { RuleExample } from '../rule-example';

export const canaryWebhookUrl: RuleExample = {
  rule: 'canary-webhook-url',
  bad: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: smoke, type: pre-rollout, url: tests.shop/smoke }
`,
  good: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: smoke, type: pre-rollout, url: http://tests.shop/smoke }
`,
};
