import { canaryMetricWindow } from '../../../src/rules/flagger/canary-metric-window';
import { asking, metricTemplate, ORDERS } from '../flagger-metrics';
import { testRule } from '../test-rule';

const monitor = (interval: string, namespace = 'shop') => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: checkout, namespace: ${namespace} }
spec: { endpoints: [{ port: http, interval: ${interval} }] }
`;

testRule(canaryMetricWindow, {
  valid: [
    { name: 'two scrapes', yaml: asking('[{ name: request-success-rate, interval: 1m }]') + monitor('30s') },
    { name: 'a template of another provider', yaml: asking(ORDERS.replace('1m', '30s')) + metricTemplate({ provider: '{ type: datadog, secretRef: { name: datadog } }' }) + monitor('30s') },
    { name: 'nobody knows how often it is scraped', yaml: asking('[{ name: request-success-rate, interval: 5s }]') },
    { name: 'a monitor of another namespace', yaml: asking('[{ name: request-success-rate, interval: 30s }]') + monitor('30s', 'help') },
  ],
  invalid: [
    {
      name: 'one scrape',
      yaml: asking('[{ name: request-success-rate, interval: 30s }]') + monitor('30s'),
      findings: [
        { path: 'spec.analysis.metrics[0].interval', message: 'must be at least two scrapes, 1m at one every 30s, got 30s; write interval: 2m' },
      ],
    },
    {
      name: 'one scrape of a template',
      yaml: asking(ORDERS.replace('1m', '20s')) + metricTemplate() + monitor('15s'),
      findings: [
        { path: 'spec.analysis.metrics[0].interval', message: 'must be at least two scrapes, 30s at one every 15s, got 20s; write interval: 1m' },
      ],
    },
  ],
});
