import type { RuleExample } from '../rule-example';

export const canaryQueryAnswer: RuleExample = {
  rule: 'canary-query-answer',
  known: ['https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats'],
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
    scalar(sum(rate(orders_total{workload="{{ target }}"}[{{ interval }}])))
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
