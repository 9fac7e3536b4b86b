import type { RuleExample } from '../rule-example';

export const automaticPromotion: RuleExample = {
  rule: 'automatic-promotion',
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      autoPromotionEnabled: false
      autoPromotionSeconds: 600
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      autoPromotionSeconds: 600
`,
};
