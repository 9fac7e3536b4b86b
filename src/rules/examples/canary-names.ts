import type { RuleExample } from '../rule-example';

export const canaryNames: RuleExample = {
  rule: 'canary-names',
  bad: `
kind: Canary
spec:
  targetRef: { kind: Deployment, name: checkout-of-the-shop-for-customers-in-europe-and-the-middle-east }
`,
  good: `
kind: Canary
spec:
  targetRef: { kind: Deployment, name: checkout-of-the-shop-for-customers-in-europe-and-the-middle-east }
  service: { name: checkout-emea }
`,
};
