import type { RuleExample } from '../rule-example';

export const previewTraffic: RuleExample = {
  rule: 'preview-traffic',
  known: ['docs/gates.md#blue-green'],
  bad: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      prePromotionAnalysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: sum(rate(istio_requests_total{destination_service_name="checkout-preview"}[5m]))
      successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
      count: 12
      inconclusiveLimit: 11
      failureLimit: 1
      consecutiveSuccessLimit: 2
`,
  good: `
kind: Rollout
spec:
  strategy:
    blueGreen:
      prePromotionAnalysis:
        templates:
          - templateName: success-rate
---
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: success-rate
      provider:
        prometheus:
          address: http://prometheus:9090
          query: queue_lag
      successCondition: len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99
      failureCondition: len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99
      interval: 1m
      count: 12
      inconclusiveLimit: 11
      failureLimit: 1
      consecutiveSuccessLimit: 2
`,
};
