import { canaryQueryAnswer } from '../../../src/rules/flagger/canary-query-answer';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryQueryAnswer, {
  valid: [
    { name: 'a sum', yaml: asking(ORDERS) + metricTemplate() },
    { name: 'a template that nobody uses', yaml: metricTemplate({ query: 'sum(up)' }) },
    { name: 'a query of another provider', yaml: metricTemplate({ provider: '{ type: graphite, address: http://graphite }', query: 'target=summarize(' }) },
    { name: 'a variable for which something has to stand', yaml: metricTemplate({ query: 'sum(up{ {{ variables.matchers }} })' }) },
    { name: 'a variable that is given', yaml: asking('[{ name: orders, interval: 1m, templateRef: { name: orders }, templateVariables: { matchers: a="b" } }]'.replace('a="b"', "'a=\"b\"'")) + metricTemplate({ query: 'sum(up{ {{ variables.matchers }} })' }) },
  ],
  invalid: [
    {
      name: 'a missing comma',
      yaml: metricTemplate({ query: 'sum(rate(orders_total{namespace="{{ namespace }}" status="500"}[1m]))' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is no PromQL behind "mespace=\\"namespace\\"": did not expect "status=\\"500\\"}[1m]))"; correct the'
            + ' query',
        },
      ],
    },
    {
      name: 'a query of its own that cannot be read',
      yaml: asking('[{ name: orders, query: "sum(rate(orders_total[1m])" }]'),
      findings: [
        { path: 'spec.analysis.metrics[0].query', message: 'is no PromQL behind "te(orders_total[1m])": a closing ) is missing; correct the query' },
      ],
    },
    {
      name: 'a number',
      yaml: metricTemplate({ query: 'scalar(sum(up))' }),
      findings: [
        { path: 'spec.query', message: 'is answered with a bare number, which Flagger cannot read; write vector(...) around it' },
      ],
    },
    {
      name: 'a range',
      yaml: metricTemplate({ query: 'orders_total[5m]' }),
      findings: [
        {
          path: 'spec.query',
          message: 'is answered with a range, and Flagger reads values of now; write rate(...) or avg_over_time(...)'
            + ' around it',
        },
      ],
    },
    {
      name: 'a text',
      yaml: metricTemplate({ query: '"orders"' }),
      findings: [
        { path: 'spec.query', message: 'is answered with a text, and Flagger reads numbers; write a query for a number' },
      ],
    },
    {
      name: 'a rate of no range',
      yaml: metricTemplate({ query: 'sum(rate(orders_total))' }),
      findings: [
        { path: 'spec.query', message: 'gives rate values of now, orders_total, and it takes a range such as [5m]; write orders_total{...}[5m]' },
      ],
    },
    {
      name: 'buckets that are merged',
      yaml: metricTemplate({ query: 'histogram_quantile(0.99, sum(rate(latency_seconds_bucket[5m])))' }),
      findings: [
        {
          path: 'spec.query',
          message: 'takes a histogram_quantile of buckets that an aggregation has merged, so it has no answer; write'
            + ' sum by (le) (...) inside histogram_quantile',
        },
      ],
    },
    {
      name: 'something over itself',
      yaml: metricTemplate({ query: 'sum(rate(orders_total[5m])) / sum(rate(orders_total[5m]))' }),
      findings: [
        {
          path: 'spec.query',
          message: 'divides something by itself, which gives one number whatever happens; divide by all requests,'
            + ' without the matcher that picks the good ones or the bad ones',
        },
      ],
    },
  ],
});
