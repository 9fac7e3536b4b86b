import type { RuleExample } from '../rule-example';

export const canaryMetricInterval: RuleExample = {
  rule: 'canary-metric-interval',
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: orders, templateRef: { name: orders }, thresholdRange: { min: 99 } }
---
kind: MetricTemplate
metadata: { name: orders }
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: orders, templateRef: { name: orders }, interval: 1m, thresholdRange: { min: 99 } }
---
kind: MetricTemplate
metadata: { name: orders }
`,
};
