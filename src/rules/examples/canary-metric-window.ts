import type { RuleExample } from '../rule-example';

export const canaryMetricWindow: RuleExample = {
  rule: 'canary-metric-window',
  known: ['https://prometheus.io/docs/prometheus/latest/querying/functions/#rate'],
  bad: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-success-rate, interval: 30s, thresholdRange: { min: 99 } }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
spec:
  selector: { matchLabels: { app: checkout } }
  endpoints: [{ port: http, interval: 30s }]
`,
  good: `
kind: Canary
spec:
  analysis:
    metrics:
      - { name: request-success-rate, interval: 2m, thresholdRange: { min: 99 } }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
spec:
  selector: { matchLabels: { app: checkout } }
  endpoints: [{ port: http, interval: 30s }]
`,
};
