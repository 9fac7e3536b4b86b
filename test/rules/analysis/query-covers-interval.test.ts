import { queryCoversInterval } from '../../../src/rules/analysis/query-covers-interval';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (interval: string, query = 'sum(rate(a[2m]))', args = '[]') => template({ query, args, metric: `\nfailureCondition: result[0] > 1\ninterval: ${interval}` });
const path = 'spec.metrics[0].provider.prometheus.query';

testRule(queryCoversInterval, {
  valid: [
    { name: 'windows that meet', yaml: asked('2m') },
    { name: 'windows that overlap', yaml: asked('30s') },
    { name: 'a gauge', yaml: asked('10m', 'up') },
    { name: 'a window that comes with the run', yaml: asked('10m', 'sum(rate(a[{{args.window}}]))', '[{ name: window }]') },
  ],
  invalid: [
    { name: 'gaps', yaml: asked('5m'), findings: [{ path, class: 'risky', message: 'looks back over 2m every 5m, and 3m of each are never looked at; write [5m] in the query, or interval: 2m' }] },
    { name: 'gaps by an argument', yaml: asked('5m', 'sum(rate(a[{{args.window}}]))', '[{ name: window, value: 1m }]'), findings: [{ path, message: /looks back over 1m every 5m/ }] },
  ],
});
