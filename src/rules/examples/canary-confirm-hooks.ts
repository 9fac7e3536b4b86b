import type { RuleExample } from '../rule-example';

export const canaryConfirmHooks: RuleExample = {
  rule: 'canary-confirm-hooks',
  bad: `
kind: Canary
spec:
  analysis:
    iterations: 10
    match: [{ headers: { x-canary: { exact: insider } } }]
    webhooks:
      - { name: ask, type: confirm-traffic-increase, url: http://approvals.shop/ask }
`,
  good: `
kind: Canary
spec:
  analysis:
    iterations: 10
    match: [{ headers: { x-canary: { exact: insider } } }]
    webhooks:
      - { name: ask, type: confirm-promotion, url: http://approvals.shop/ask }
`,
};
