import { canaryBuiltinMetrics } from '../../../src/rules/flagger/canary-builtin-metrics';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

const DAEMON = '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }';
const SERVICE = '{ apiVersion: v1, kind: Service, name: checkout }';

testRule(canaryBuiltinMetrics, {
  valid: [
    { name: 'a Deployment behind a Service of its name', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'traefik' }) },
    { name: 'another Service for Istio, which knows the workload', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'istio', service: '{ name: shop, port: 80 }' }) },
    { name: 'a template behind another Service', yaml: asking(ORDERS, { provider: 'traefik', service: '{ name: shop, port: 80 }' }) + metricTemplate() },
    { name: 'a DaemonSet in Istio', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'istio', target: DAEMON }) },
    { name: 'a Service in Istio', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'istio', target: SERVICE }) },
  ],
  invalid: [
    {
      name: 'another Service for Traefik',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'traefik', service: '{ name: shop, port: 80 }' }),
      findings: [
        {
          path: 'spec.service.name',
          message: 'must be the name of the target, checkout, for request-success-rate behind traefik, got shop: no'
            + ' value is found; write name: checkout',
        },
      ],
    },
    {
      name: 'a DaemonSet for Kubernetes',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'kubernetes', target: DAEMON }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          message: 'must be a metric with a query, as pods of DaemonSet checkout-primary are taken for those of the'
            + ' canary, got request-success-rate; write templateRef: { name: ... } and a name of its own, with a'
            + ' MetricTemplate that asks for the canary',
        },
      ],
    },
    {
      name: 'a DaemonSet for Linkerd',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'linkerd', target: DAEMON }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          message: 'must be a metric with a query, as linkerd is asked for a Deployment checkout, which is none, got'
            + ' request-success-rate; write templateRef: { name: ... } and a name of its own, with a'
            + ' MetricTemplate that asks for the canary',
        },
      ],
    },
    {
      name: 'a Service for NGINX',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'nginx', target: SERVICE }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          class: 'risky',
          message: 'must be a metric with a query, as for a Service Flagger asks for the metrics of Istio, got'
            + ' request-success-rate; write templateRef: { name: ... } and a name of its own, with a'
            + ' MetricTemplate that asks for the canary',
        },
      ],
    },
    {
      name: 'the Gateway API',
      yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]', { provider: 'gatewayapi:v1' }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          class: 'advice',
          message: 'must be a metric with a query, as for the Gateway API Flagger asks for'
            + ' http_request_duration_seconds of the pods themselves, which many have not, got'
            + ' request-success-rate; write templateRef: { name: ... } and a name of its own, with a'
            + ' MetricTemplate that asks for the canary',
        },
      ],
    },
  ],
});
