import { queryDivisor } from '../../../src/rules/analysis/query-divisor';
import { template } from '../manifests';
import { testRule } from '../test-rule';

testRule(queryDivisor, {
  valid: ['sum(rate(a[5m])) / sum(rate(b[5m]))', 'sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 0.001)', 'sum(increase(a[5m])) / clamp_min(sum(increase(b[5m])), 1)'].map((query) => ({ name: query, yaml: template({ query }) })),
  invalid: [{
    name: 'at least one request a second',
    yaml: template({ query: 'sum(rate(a[5m])) / clamp_min(sum(rate(b[5m])), 1)' }),
    findings: [{
      path: 'spec.metrics[0].provider.prometheus.query',
      class: 'risky',
      message: 'divides by at least 1 a second, so errors of a canary with fewer requests look rarer than they are; write the rate alone, and len(result) > 0 && !isNaN(result[0]) in the conditions',
    }],
  }],
});
