import type { RuleExample } from '../rule-example';

export const canaryMetricThreshold: RuleExample = {
  rule: 'canary-metric-threshold',
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 0.99 } }
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
`,
};
