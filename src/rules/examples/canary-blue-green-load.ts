import type { RuleExample } from '../rule-example';

export const canaryBlueGreenLoad: RuleExample = {
  rule: 'canary-blue-green-load',
  bad: `
kind: Canary
spec:
  provider: kubernetes
  analysis:
    iterations: 10
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
`,
  good: `
kind: Canary
spec:
  provider: kubernetes
  analysis:
    iterations: 10
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
    webhooks:
      - name: load-test
        type: rollout
        url: http://flagger-loadtester.shop/
        metadata: { cmd: hey -z 1m -q 10 -c 2 http://checkout-canary.shop/ }
`,
};
