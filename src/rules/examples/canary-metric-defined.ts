import type { RuleExample } from '../rule-example';

export const canaryMetricDefined: RuleExample = {
  rule: 'canary-metric-defined',
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-succes-rate, interval: 1m, thresholdRange: { min: 99 } }
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
`,
};
