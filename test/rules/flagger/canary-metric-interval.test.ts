import { canaryMetricInterval } from '../../../src/rules/flagger/canary-metric-interval';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryMetricInterval, {
  valid: [
    { name: 'an interval', yaml: asking(ORDERS) + metricTemplate() },
    { name: 'none where no template asks for it', yaml: asking('[{ name: orders, templateRef: { name: orders } }]') + metricTemplate({ query: 'sum(rate(orders_total[5m]))' }) },
    { name: 'none for a metric of Flagger', yaml: asking('[{ name: request-success-rate, thresholdRange: { min: 99 } }]') },
    { name: 'something odd that nobody asks for', yaml: asking('[{ name: orders, interval: 1m30, templateRef: { name: orders } }]') + metricTemplate({ query: 'sum(rate(orders_total[5m]))' }) },
  ],
  invalid: [
    {
      name: 'none where a template asks for it',
      yaml: asking('[{ name: orders, templateRef: { name: orders } }]') + metricTemplate(),
      findings: [
        {
          path: 'spec.analysis.metrics[0].interval',
          message: 'must be there, since MetricTemplate orders asks for it, got none; write interval: 1m',
        },
      ],
    },
    {
      name: 'none for Datadog, which looks back over it',
      yaml: asking('[{ name: orders, templateRef: { name: orders } }]') + metricTemplate({ provider: '{ type: datadog, secretRef: { name: datadog } }', query: 'avg:orders{*}' }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].interval',
          message: 'must be there, since MetricTemplate orders asks for it, got none; write interval: 1m',
        },
      ],
    },
    {
      name: 'none for a template that is elsewhere',
      yaml: asking('[{ name: orders, templateRef: { name: orders } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].interval',
          class: 'risky',
          message: 'must be there where MetricTemplate orders asks for it, got none; write interval: 1m',
        },
      ],
    },
    {
      name: 'one that cannot be read',
      yaml: asking('[{ name: request-success-rate, interval: 1m30, thresholdRange: { min: 99 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].interval',
          message: 'must be a duration such as 90s, got 1m30: no query with it can be read; write interval: 1m',
        },
      ],
    },
  ],
});
