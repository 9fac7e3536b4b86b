import { querySyntax } from '../../../src/rules/analysis/query-syntax';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.metrics[0].provider.prometheus.query';

testRule(querySyntax, {
  valid: [
    { name: 'a query', yaml: template({ query: 'histogram_quantile(0.95, sum by (le) (rate(a_bucket{b="{{args.b}}"}[5m]))) or vector(0)', args: '[{ name: b }]' }) },
    { name: 'a quantile of raw buckets', yaml: template({ query: 'histogram_quantile(0.95, rate(a_bucket[5m]))' }) },
    { name: 'a quantile of a native histogram', yaml: template({ query: 'histogram_quantile(0.95, sum(rate(a[5m])))' }) },
  ],
  invalid: [
    { name: 'an open parenthesis', yaml: template({ query: 'sum(rate(a[5m])' }), findings: [{ path, message: 'is no PromQL at character 16: a closing ) is missing; correct the query' }] },
    { name: 'an unknown function', yaml: template({ query: 'avgrate(a)' }), findings: [{ path, message: /at character 8: there is no function avgrate/ }] },
    { name: 'an error in the second line', yaml: template({ query: 'sum(a)\n  / / sum(b)' }), findings: [{ path, message: /at line 2, character 5: did not expect "\/"/ }] },
    { name: 'a quantile of merged buckets', yaml: template({ query: 'histogram_quantile(0.95, sum(rate(a_bucket[5m])))' }), findings: [{ path, message: /write sum by \(le\)/ }] },
  ],
});
