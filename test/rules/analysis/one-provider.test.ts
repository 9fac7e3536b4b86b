import { oneProvider } from '../../../src/rules/analysis/one-provider';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (provider: string) => template({ metrics: `[{ name: errors, failureCondition: result > 1${provider === '' ? '' : `, provider: ${provider}`} }]` });
const all = 'one of cloudWatch, datadog, graphite, influxdb, job, kayenta, newRelic, plugin, prometheus, skywalking, wavefront and web';
const path = 'spec.metrics[0].provider';

testRule(oneProvider, {
  valid: [{ name: 'one', yaml: asked('{ web: { url: http://a } }') }, { name: 'a plugin', yaml: asked('{ plugin: { acme/metrics: {} } }') }],
  invalid: [
    { name: 'none', yaml: asked(''), findings: [{ path, class: 'refused', message: `must name whom errors asks, ${all}, got none; write for example provider: { prometheus: { address: ..., query: ... } }` }] },
    { name: 'one that there is not', yaml: asked('{ webhook: { url: http://a } }'), findings: [{ path: `${path}.webhook`, class: 'refused', message: `must name whom errors asks, ${all}, got webhook, which the API server drops; write web` }] },
    { name: 'a misspelt one', yaml: asked('{ promethues: { query: up } }'), findings: [{ path: `${path}.promethues`, message: /; write prometheus$/ }] },
    { name: 'an empty one', yaml: asked('{}'), findings: [{ path, class: 'broken', message: /got none; write for example provider/ }] },
    { name: 'two', yaml: asked('{ web: { url: http://a }, job: {} }'), findings: [{ path, message: 'must be one, got web and job; keep web, and make a metric of its own of job' }] },
    { name: 'two plugins', yaml: asked('{ plugin: { a/b: {}, c/d: {} } }'), findings: [{ path: `${path}.plugin`, message: 'must be one plugin, got a/b and c/d; keep a/b' }] },
    { name: 'no plugin', yaml: asked('{ plugin: {} }'), findings: [{ path: `${path}.plugin`, message: /got none; write its name/ }] },
  ],
});
