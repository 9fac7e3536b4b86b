import { queryDivisor } from '../../../src/rules/analysis/query-divisor';
import { template } from '../manifests';
import { testRule } from '../test-rule';

testRule(queryDivisor, {
  valid: [
    'sum(rate(a{b="2"}[5m])) / sum(rate(a[5m]))', 'sum(rate(a[5m])) / sum(rate(a[10m]))', 'sum(rate(a[5m])) / sum(rate(a[5m] offset 1d))', 'sum by (b) (a) / sum by (c) (a)',
    'sum(rate(a[{{args.now}}])) / sum(rate(a[{{args.before}}]))', 'max(a) / min(a)',
    'sum(rate(a{b=\'{{args.canary-hash}}\'}[5m])) / sum(rate(a{b=\'{{args.stable-hash}}\'}[5m]))',
    'sum(rate(a{b="{{args.canary-hash}}"}[5m])) / sum(rate(a{b="{{args.stable-hash}}"}[5m]))',
    '5 * 2 / sum(a)', '1 / 1', '(a + b) / (a - b)',
    'sum(rate(a[5m])) / sum(rate(b[5m]))', 'sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 0.001)', 'sum(increase(a[5m])) / clamp_min(sum(increase(b[5m])), 1)',
  ].map((query) => ({ name: query, yaml: template({ query }) })),
  invalid: [{
    name: 'a percentage of the same',
    yaml: template({ query: '100 * sum(rate(a[2m])) / sum(rate(a[2m]))' }),
    findings: [{ path: 'spec.metrics[0].provider.prometheus.query', message: /^divides something by itself/ }],
  }, {
    name: 'good requests over good requests',
    yaml: template({ query: 'sum(rate(a{b="{{args.c}}", d=~"2.."}[2m])) / sum(rate(a{b="{{args.c}}", d=~"2.."}[2m]))', args: '[{ name: c }]' }),
    findings: [{
      path: 'spec.metrics[0].provider.prometheus.query',
      class: 'broken',
      message: 'divides something by itself, which gives one number whatever happens; divide by all requests, without the matcher that picks the good ones or the bad ones',
    }],
  }, {
    name: 'at least one request a second',
    yaml: template({ query: 'sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 1)' }),
    findings: [{
      path: 'spec.metrics[0].provider.prometheus.query',
      class: 'risky',
      message: 'divides by at least 1 a second, so errors of a canary with fewer requests look rarer than they are; write the rate alone, and len(result) > 0 && !isNaN(result[0]) in the conditions',
    }],
  }],
});
