import { canaryMetricDefined } from '../../../src/rules/flagger/canary-metric-defined';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

testRule(canaryMetricDefined, {
  valid: [
    { name: 'a metric of Flagger', yaml: asking('[{ name: request-duration, thresholdRange: { max: 500 } }]') },
    { name: 'a template that is there', yaml: asking(ORDERS) + metricTemplate() },
    { name: 'a query of its own', yaml: asking('[{ name: orders, query: "sum(rate(orders_total[1m]))", thresholdRange: { min: 1 } }]') },
    { name: 'a template in the namespace that is named', yaml: asking('[{ name: orders, templateRef: { name: orders, namespace: flagger } }]') + metricTemplate({ namespace: 'flagger' }) },
    { name: 'a template whose namespace is left empty', yaml: asking('[{ name: orders, templateRef: { name: orders, namespace: "" } }]') + metricTemplate() },
    { name: 'a metric that is never asked', yaml: asking('[{ name: sold }]', { spec: '\nskipAnalysis: true' }) },
  ],
  invalid: [
    {
      name: 'a name that is misspelt',
      yaml: asking('[{ name: request-successrate, thresholdRange: { min: 99 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          message: 'must be request-success-rate or request-duration where there is neither templateRef nor query, got'
            + ' request-successrate; write name: request-success-rate',
        },
      ],
    },
    {
      name: 'nothing to ask, where there is a template',
      yaml: asking('[{ name: sold, thresholdRange: { min: 1 } }]') + metricTemplate(),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          message: 'must be request-success-rate or request-duration where there is neither templateRef nor query, got'
            + ' sold; write templateRef: { name: orders }',
        },
      ],
    },
    {
      name: 'a metric of Flagger with a template',
      yaml: asking('[{ name: request-success-rate, interval: 1m, templateRef: { name: orders }, thresholdRange: { min: 99 } }]') + metricTemplate(),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          class: 'risky',
          message: 'is one that Flagger asks by itself, got request-success-rate beside templateRef: both are asked,'
            + ' and held to the same threshold; write name: orders, or drop templateRef',
        },
      ],
    },
    {
      name: 'a metric of Flagger with a query',
      yaml: asking('[{ name: request-duration, query: up, thresholdRange: { max: 500 } }]'),
      findings: [
        {
          path: 'spec.analysis.metrics[0].name',
          class: 'risky',
          message: 'is one that Flagger asks by itself, got request-duration beside query: both are asked, and held to'
            + ' the same threshold; write name: own-request-duration, or drop query',
        },
      ],
    },
    {
      name: 'a template that is not there',
      yaml: asking(ORDERS),
      findings: [
        {
          path: 'spec.analysis.metrics[0].templateRef.name',
          message: 'names MetricTemplate orders, which is not in the input; add MetricTemplate orders to shop, or'
            + ' correct the name',
        },
      ],
    },
    {
      name: 'a template in another namespace',
      yaml: asking(ORDERS) + metricTemplate({ namespace: 'flagger' }),
      findings: [
        {
          path: 'spec.analysis.metrics[0].templateRef.namespace',
          message: 'must be the namespace of MetricTemplate orders, flagger, got none, which is that of the Canary,'
            + ' shop; write namespace: flagger',
        },
      ],
    },
  ],
});
