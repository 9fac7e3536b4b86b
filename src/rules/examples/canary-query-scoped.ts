import type { RuleExample } from '../rule-example';

export const canaryQueryScoped: RuleExample = {
  rule: 'canary-query-scoped',
  known: ['docs/gates.md#the-query'],
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: latency, templateRef: { name: orders }, interval: 1m, thresholdRange: { max: 0.5 } }
---
kind: MetricTemplate
metadata: { name: orders }
spec:
  query: |
    histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="{{ namespace }}"}[{{ interval }}])))
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: latency, templateRef: { name: orders }, interval: 1m, thresholdRange: { max: 0.5 } }
---
kind: MetricTemplate
metadata: { name: orders }
spec:
  query: |
    histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="{{ namespace }}", workload="{{ target }}"}[{{ interval }}])))
`,
};
