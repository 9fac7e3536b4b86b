import type { RuleExample } from '../rule-example';

export const metricTemplateQuery: RuleExample = {
  rule: 'metric-template-query',
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: orders, templateRef: { name: orders }, interval: 1m, thresholdRange: { min: 99 } }
---
kind: MetricTemplate
metadata: { name: orders }
spec:
  query: |
    sum(rate(orders_total{workload="{{ deployment }}"}[{{ interval }}]))
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
spec:
  query: |
    sum(rate(orders_total{workload="{{ target }}"}[{{ interval }}]))
`,
};
