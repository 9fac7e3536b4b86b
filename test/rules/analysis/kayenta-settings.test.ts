import { kayentaSettings } from '../../../src/rules/analysis/kayenta-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const scope = (control: string, experiment: string) => `[{ name: default, controlScope: { scope: a${control} }, experimentScope: { scope: b${experiment} } }]`;
const asked = (scopes: string, fields = '', metric = 'interval: 1h, ') => template({
  metrics: `[{ name: score, ${metric}provider: { kayenta: { address: http://kayenta, threshold: { pass: 90, marginal: 75 }, scopes: ${scopes}${fields} } } }]`,
});
const NOON = ', start: "2026-01-31T12:00:00Z"';

testRule(kayentaSettings, {
  valid: [
    { name: 'the last hour', yaml: asked(scope('', '')) },
    { name: 'all of the run', yaml: asked(scope('', ''), ', lookback: true', '') },
    { name: 'a start on both sides', yaml: asked(scope(NOON, NOON), '', '') },
  ],
  invalid: [
    {
      name: 'a start on one side',
      yaml: asked(scope(NOON, '')),
      findings: [{ path: 'spec.metrics[0].provider.kayenta.scopes[0].experimentScope.start', class: 'broken', message: 'must have a start, as the other side has one, got none; write start: 2026-01-31T12:00:00Z, or drop that one' }],
    },
    {
      name: 'an end on one side',
      yaml: asked(scope('', ', end: "2026-01-31T12:00:00Z"')),
      findings: [{ path: 'spec.metrics[0].provider.kayenta.scopes[0].controlScope.end', message: /^must have an end, as the other side has one/ }],
    },
    {
      name: 'no time to compare',
      yaml: asked(scope('', ''), '', ''),
      findings: [{ path: 'spec.metrics[0].interval', message: 'must say how far back Kayenta compares, since default has no start, got none; write interval: 1h, or lookback: true for all of the run' }],
    },
    { name: 'nothing to compare', yaml: asked('[]'), findings: [{ path: 'spec.metrics[0].provider.kayenta.scopes', message: /^must name what is compared, got none/ }] },
    { name: 'a marginal score above a good one', yaml: asked(scope('', '')).replace('marginal: 75', 'marginal: 95'), findings: [{ path: 'spec.metrics[0].provider.kayenta.threshold.marginal', class: 'risky', message: 'must not be above pass, 90, got 95; write marginal: 90' }] },
  ],
});
