import { canaryQuerySeries } from '../../../src/rules/flagger/canary-query-series';
import { metricTemplate } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryQuerySeries, {
  valid: [
    { name: 'one sum', yaml: metricTemplate() },
    { name: 'a quantile', yaml: metricTemplate({ query: 'histogram_quantile(0.99, sum by (le) (rate(latency_seconds_bucket[5m])))' }) },
    { name: 'what every series has alike', yaml: metricTemplate({ query: 'sum by (namespace) (rate(orders_total{namespace="{{ namespace }}"}[5m]))' }) },
    { name: 'a gauge, of which there may be one', yaml: metricTemplate({ query: 'queue_length{app="{{ target }}"}' }) },
    { name: 'one sum over many', yaml: metricTemplate({ query: 'sum(rate(a_total[5m])) / sum by (path) (rate(b_total[5m]))' }) },
  ],
  invalid: [
    {
      name: 'one for each path',
      yaml: metricTemplate({ query: 'sum by (path) (rate(orders_total[5m]))' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is answered with a series for each path, of which one counts; write sum(...) around it, or what'
            + ' brings them together as it is meant',
        },
      ],
    },
    {
      name: 'a quantile for each pod',
      yaml: metricTemplate({ query: 'histogram_quantile(0.99, sum by (le, pod) (rate(latency_seconds_bucket[5m])))' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is answered with a series for each pod, of which one counts; write sum(...) around it, or what'
            + ' brings them together as it is meant',
        },
      ],
    },
    {
      name: 'a rate that nobody sums up',
      yaml: metricTemplate({ query: '100 - rate(a_total[5m]) / rate(b_total[5m]) * 100' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is answered with a series for each pod and whatever else its labels tell apart, of which one'
            + ' counts; write sum(...) around it, or what brings them together as it is meant',
        },
      ],
    },
    {
      name: 'several in the place of none',
      yaml: metricTemplate({ query: 'sum(a) or sum by (pod) (b)' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is answered with a series for each pod, of which one counts; write sum(...) around it, or what'
            + ' brings them together as it is meant',
        },
      ],
    },
  ],
});
