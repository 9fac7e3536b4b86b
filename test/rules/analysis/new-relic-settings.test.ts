import { newRelicSettings } from '../../../src/rules/analysis/new-relic-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string) => template({ metrics: `[{ name: errors, failureCondition: 'result.a > 1', provider: { newRelic: { ${fields} } } }]` });

testRule(newRelicSettings, {
  valid: [{ name: 'a query and time', yaml: asked('query: SELECT 1, timeout: 10, profile: mine') }],
  invalid: [
    { name: 'a time below 0', yaml: asked('query: SELECT 1, timeout: -5'), findings: [{ path: 'spec.metrics[0].provider.newRelic.timeout', class: 'broken', message: 'must not be below 0 seconds, got -5; write timeout: 5' }] },
    { name: 'no query', yaml: asked('query: ""'), findings: [{ path: 'spec.metrics[0].provider.newRelic.query', message: 'must ask something, got no query; write a query in NRQL' }] },
  ],
});
