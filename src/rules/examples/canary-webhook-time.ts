import type { RuleExample } from '../rule-example';

export const canaryWebhookTime: RuleExample = {
  rule: 'canary-webhook-time',
  bad: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: smoke, url: http://tests.shop/smoke, timeout: 2m }
`,
  good: `
kind: Canary
spec:
  analysis:
    webhooks:
      - { name: smoke, url: http://tests.shop/smoke, timeout: 30s }
`,
};
