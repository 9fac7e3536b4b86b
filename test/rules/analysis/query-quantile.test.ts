import { queryQuantile } from '../../../src/rules/analysis/query-quantile';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.metrics[0].provider.prometheus.query';

testRule(queryQuantile, {
  valid: ['histogram_quantile(0.95, a)', 'quantile(1, a)', 'histogram_quantile({{args.q}}, a)'].map((query) => ({ name: query, yaml: template({ query, args: '[{ name: q }]' }) })),
  invalid: [
    { name: 'a percentage', yaml: template({ query: 'histogram_quantile(99.9, sum by (le) (rate(a_bucket[5m])))' }), findings: [{ path, class: 'broken', message: 'must take a quantile from 0 to 1, got histogram_quantile(99.9, ...), which is always infinite; write histogram_quantile(0.999, ...)' }] },
    { name: 'a quantile over time', yaml: template({ query: 'quantile_over_time(95, a[5m])' }), findings: [{ path, message: /write quantile_over_time\(0\.95, \.\.\.\)$/ }] },
  ],
});
