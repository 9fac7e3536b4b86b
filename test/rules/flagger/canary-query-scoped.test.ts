import { canaryQueryScoped } from '../../../src/rules/flagger/canary-query-scoped';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

const of = (matcher: string, pieces = {}) => asking(ORDERS, pieces) + metricTemplate({ query: `sum(rate(http_requests_total{${matcher}}[{{ interval }}]))` });

testRule(canaryQueryScoped, {
  valid: [
    { name: 'the workload', yaml: of('workload="{{ target }}"') },
    { name: 'pods of a Deployment', yaml: of('pod=~"{{ target }}-[0-9a-zA-Z]+(-[0-9a-zA-Z]+)"') },
    { name: 'the Service of the canary', yaml: of('service="{{ service }}-canary"') },
    { name: 'everything but the primary', yaml: of('pod!~"{{ target }}-primary.*"') },
    { name: 'a variable, which may be anything', yaml: of('zone="{{ variables.zone }}"') },
    { name: 'what there is once for all', yaml: asking(ORDERS) + metricTemplate({ query: 'sum(rate(orders_total[1m]))' }) },
    { name: 'both, and it is said so', yaml: asking(ORDERS) + metricTemplate({ annotations: '{ rolloutkit.dev/scope: service }', query: 'sum(rate(http_requests_total[1m]))' }) },
    { name: 'a template that nobody uses', yaml: metricTemplate({ query: 'sum(rate(http_requests_total[1m]))' }) },
  ],
  invalid: [
    {
      name: 'a namespace',
      yaml: of('namespace="{{ namespace }}"'),
      findings: [
        {
          path: 'spec.query',
          message: 'measures http_requests_total of the primary and the canary together: nothing in the query tells the'
            + ' one from the other; write a label that the canary alone has, as workload="{{ target }}" or'
            + ' pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do; or annotate MetricTemplate shop/orders'
            + ' rolloutkit.dev/scope: service if that is meant',
        },
      ],
    },
    {
      name: 'pods that begin alike',
      yaml: of('pod=~"{{ target }}-.*"'),
      findings: [
        {
          path: 'spec.query',
          message: 'measures http_requests_total of the primary and the canary together: nothing in the query tells the'
            + ' one from the other; write a label that the canary alone has, as workload="{{ target }}" or'
            + ' pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do; or annotate MetricTemplate shop/orders'
            + ' rolloutkit.dev/scope: service if that is meant',
        },
      ],
    },
    {
      name: 'the Service that all call',
      yaml: of('destination_service_name="{{ service }}"'),
      findings: [
        {
          path: 'spec.query',
          message: 'measures http_requests_total of the primary and the canary together: nothing in the query tells the'
            + ' one from the other; write a label that the canary alone has, as workload="{{ target }}" or'
            + ' pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do; or annotate MetricTemplate shop/orders'
            + ' rolloutkit.dev/scope: service if that is meant',
        },
      ],
    },
    {
      name: 'two parts of the name of a pod of a DaemonSet',
      yaml: of('pod=~"{{ target }}-[0-9a-z]+(-[0-9a-z]+)"', { target: '{ apiVersion: apps/v1, kind: DaemonSet, name: checkout }' }),
      findings: [
        {
          path: 'spec.query',
          message: 'measures http_requests_total of the primary and the canary together: nothing in the query tells the'
            + ' one from the other; write a label that the canary alone has, as workload="{{ target }}" or'
            + ' pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do; or annotate MetricTemplate shop/orders'
            + ' rolloutkit.dev/scope: service if that is meant',
        },
      ],
    },
    {
      name: 'a query of its own',
      yaml: asking('[{ name: errors, query: "sum(rate(http_requests_total[1m]))", thresholdRange: { max: 1 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].query',
          message: 'measures http_requests_total of the primary and the canary together: nothing in the query tells the'
            + ' one from the other; write a label that the canary alone has, as workload="{{ target }}" or'
            + ' pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do',
        },
      ],
    },
  ],
});
