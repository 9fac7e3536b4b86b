import type { RuleExample } from '../rule-example';

export const switchBack: RuleExample = {
  rule: 'switch-back',
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      postPromotionAnalysis:
        templates:
          - templateName: success-rate
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      postPromotionAnalysis:
        templates:
          - templateName: success-rate
      abortScaleDownDelaySeconds: 0
`,
};
