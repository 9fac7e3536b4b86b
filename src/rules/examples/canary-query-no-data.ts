import type { RuleExample } from '../rule-example';

export const canaryQueryNoData: RuleExample = {
  rule: 'canary-query-no-data',
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: errors, templateRef: { name: orders }, interval: 1m, thresholdRange: { max: 1 } }
---
kind: MetricTemplate
metadata: { name: orders }
spec:
  query: |
    sum(rate(http_requests_total{workload="{{ target }}", status=~"5.."}[{{ interval }}]))
    / sum(rate(http_requests_total{workload="{{ target }}"}[{{ interval }}])) * 100
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: errors, templateRef: { name: orders }, interval: 1m, thresholdRange: { max: 1 } }
---
kind: MetricTemplate
metadata: { name: orders }
spec:
  query: |
    (sum(rate(http_requests_total{workload="{{ target }}", status=~"5.."}[{{ interval }}])) or vector(0))
    / sum(rate(http_requests_total{workload="{{ target }}"}[{{ interval }}])) * 100
`,
};
