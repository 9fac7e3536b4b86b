import { queryTypes } from '../../../src/rules/analysis/query-types';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (query: string, args = '[]') => template({ query, args });
const path = 'spec.metrics[0].provider.prometheus.query';
const range = (query: string) => asked(query).replace('address:', 'rangeQuery: { start: now(), end: now(), step: 1m }, address:');

testRule(queryTypes, {
  valid: [
    ...[
      'sum(rate(a{job="x"}[5m])) / sum(rate(b[5m]))', 'a[5m]', 'scalar(a) > bool 1', 'histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))', 'max_over_time(a[5m:1m])',
      'clamp_min(a, 1)', 'topk(3, a)', 'time() - a', 'round(a)', 'label_replace(a, "x", "$1", "y", "(.*)")', 'quantile_over_time(0.9, a[5m])', 'absent(a)', '{__name__="a"}',
      'a{b=~"x|y.*"}', 'count_values("v", a)', 'vector(1)', '-a', 'a and on (x) b', 'not_known_to_us(a)', 'sum without (pod) (a)', 'avg_over_time(rate(a[1m])[10m:1m])',
    ].map((query) => ({ name: query, yaml: asked(query) })),
    { name: 'a placeholder that may be anything', yaml: asked('histogram_quantile({{args.q}}, {{args.metric}}) > {{args.limit}}', '[{ name: q }, { name: metric }, { name: limit }]') },
    { name: 'values of now over a range', yaml: range('sum(a)') },
  ],
  invalid: [
    { name: 'a rate of values of now', yaml: asked('sum(rate(http_requests_total{code="500"}))'), findings: [{ path, class: 'broken', message: 'gives rate values of now, http_requests_total, and it takes a range such as [5m]; write http_requests_total{...}[5m]' }] },
    { name: 'a sum of a range', yaml: asked('sum(a[5m])'), findings: [{ path, message: 'gives sum a range such as [5m], a, and it takes values of now; write rate(a[5m]), or another function that makes one value of a range' }] },
    { name: 'a range divided', yaml: asked('a[5m] / b[5m]'), findings: [{ path, message: /^gives \/ a range such as \[5m\], a, and it takes values of now or a number/ }] },
    { name: 'a rate of a sum', yaml: asked('rate(sum(a))'), findings: [{ path, message: /^gives rate values of now, and it takes a range such as \[5m\]; write the range behind the name/ }] },
    { name: 'two numbers compared', yaml: asked('scalar(a) > 1'), findings: [{ path, message: 'compares two numbers by >; write > bool' }] },
    { name: 'a number joined', yaml: asked('a or 0'), findings: [{ path, message: 'joins a number by or, which takes values with labels alone; write vector(...) around the number' }] },
    { name: 'one argument of two', yaml: asked('histogram_quantile(a)'), findings: [{ path, message: 'gives histogram_quantile 1 argument, and it takes 2 arguments; correct what stands in histogram_quantile(...)' }] },
    { name: 'arguments the wrong way round', yaml: asked('histogram_quantile(sum(a_bucket), 0.9)'), findings: [{ path, message: /^gives histogram_quantile values of now, and it takes a number/ }] },
    { name: 'a text', yaml: asked('"up"'), findings: [{ path, message: /^is a text, which the controller cannot read/ }] },
    { name: 'everything', yaml: asked('{job=~".*"}'), findings: [{ path, message: /^selects everything there is/ }] },
    { name: 'a pattern that looks ahead', yaml: asked('a{b=~"(?!x).*"}'), findings: [{ path, message: /^asks for b=~"\(\?!x\)\.\*", which is no regular expression/ }] },
    { name: 'a range over a range', yaml: range('a[5m]'), findings: [{ path, message: 'is a range, and is asked over a range again by rangeQuery; drop the [...] at the end, or rangeQuery' }] },
  ],
});
