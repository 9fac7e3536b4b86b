import type { RuleExample } from '../rule-example';

export const albStickiness: RuleExample = {
  rule: 'alb-stickiness',
  bad: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        alb: { ingress: checkout, servicePort: 80, stickinessConfig: { enabled: true, durationSeconds: 0 } }
`,
  good: `
kind: Rollout
spec:
  strategy:
    canary:
      stableService: checkout
      canaryService: checkout-canary
      trafficRouting:
        alb: { ingress: checkout, servicePort: 80, stickinessConfig: { enabled: true, durationSeconds: 3600 } }
`,
};
