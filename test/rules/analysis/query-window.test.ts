import { queryWindow } from '../../../src/rules/analysis/query-window';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const monitor = (kind: string, spec: string, namespace = 'shop'): string => `---
apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: { name: checkout, namespace: ${namespace} }
spec: { ${spec} }
`;
const path = 'spec.metrics[0].provider.prometheus.query';

testRule(queryWindow, {
  valid: [
    { name: 'a window of two scrapes', yaml: template({ query: 'rate(a[1m])' }) },
    { name: 'a short window over a fast scrape', yaml: template({ query: 'rate(a[30s])', annotations: '{ rolloutkit.dev/scrape-interval: 15s }' }) },
    { name: 'a short window over what a ServiceMonitor says', yaml: template({ query: 'rate(a[30s])' }) + monitor('ServiceMonitor', 'endpoints: [{ interval: 5s }, { interval: 15s }]') },
    { name: 'a short window over what a PodMonitor says', yaml: template({ query: 'rate(a[30s])' }) + monitor('PodMonitor', 'podMetricsEndpoints: [{ interval: 15s }]') },
    { name: 'a window by argument', yaml: template({ query: 'rate(a[{{args.window}}])', args: '[{ name: window }]' }) },
    { name: 'no window', yaml: template({ query: 'sum(a)' }) },
  ],
  invalid: [
    {
      name: 'a window of one scrape',
      yaml: template({ query: 'rate(a[30s])' }),
      findings: [{ path, message: /^must look back over two scrapes, 1m at one every 30s, got a window of 30s; write \[2m\] in the query, or annotate AnalysisTemplate shop\/success-rate/ }],
    },
    {
      name: 'a minute over a slow scrape',
      yaml: template({ query: 'rate(a[1m])', annotations: '{ rolloutkit.dev/scrape-interval: 1m }' }),
      findings: [{ path, message: /2m at one every 1m, got a window of 1m; write \[4m\]/ }],
    },
    {
      name: 'a minute over a slow ServiceMonitor',
      yaml: template({ query: 'rate(a[1m])' }) + monitor('ServiceMonitor', 'endpoints: [{ interval: 1m }, { port: http }]'),
      findings: [{ path, message: /2m at one every 1m, got a window of 1m/ }],
    },
    {
      name: 'a window of one scrape beside a monitor of another namespace',
      yaml: template({ query: 'rate(a[30s])' }) + monitor('ServiceMonitor', 'endpoints: [{ interval: 5s }]', 'bank'),
      findings: [{ path, message: /one every 30s/ }],
    },
    { name: 'a short window by argument', yaml: template({ query: 'rate(a[{{args.window}}])', args: '[{ name: window, value: 10s }]' }), findings: [{ path, message: /window of 10s/ }] },
    { name: 'irate', yaml: template({ query: 'irate(a[5m])' }), findings: [{ path, message: /^judges by the last two samples only.*; write rate/ }] },
  ],
});
