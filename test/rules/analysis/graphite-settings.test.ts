import { graphiteSettings } from '../../../src/rules/analysis/graphite-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (address: string, query: string) => template({
  metrics: `[{ name: errors, failureCondition: 'result[0] > 1', provider: { graphite: { address: "${address}", query: "${query}" } } }]`,
});
const path = (field: string) => `spec.metrics[0].provider.graphite.${field}`;

testRule(graphiteSettings, {
  valid: [{ name: 'a target and since when', yaml: asked('http://graphite:9090', 'target=sumSeries(app.*.errors)&from=-5min') }],
  invalid: [
    { name: 'no scheme', yaml: asked('graphite:9090', 'target=a&from=-5min'), findings: [{ path: path('address'), class: 'broken', message: 'must be an address with http:// or https://, got "graphite:9090"; write address: http://graphite:9090' }] },
    { name: 'no address', yaml: asked('', 'target=a&from=-5min'), findings: [{ path: path('address'), message: /got none; write for example address: http:\/\/graphite:9090/ }] },
    { name: 'no target', yaml: asked('http://graphite', 'sumSeries(app.*.errors)'), findings: [{ path: path('query'), message: 'must have a target, as it is the end of a URL; write query: target=sumSeries(app.*.errors)&from=-5min' }] },
    {
      name: 'the last day',
      yaml: asked('http://graphite', 'target=app.errors'),
      findings: [{ path: path('query'), class: 'risky', message: 'must say since when, or Graphite answers for the last 24 hours; write query: target=app.errors&from=-5min' }],
    },
  ],
});
