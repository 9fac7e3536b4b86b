import { pluginSettings } from '../../../src/rules/analysis/plugin-settings';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (name: string) => template({ metrics: `[{ name: errors, provider: { plugin: { ${name}: { query: a } } } }]` });
const config = (text: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: argo-rollouts-config, namespace: argo-rollouts }
data: ${text}
`;
const OWN = config("{ metricProviderPlugins: '[{ name: acme/metrics, location: file:///plugin }]' }");

testRule(pluginSettings, {
  valid: [
    { name: 'a plugin that the controller knows', yaml: asked('acme/metrics') + OWN },
    { name: 'a controller of somebody else', yaml: asked('acme/metrics') },
  ],
  invalid: [
    {
      name: 'a misspelt plugin',
      yaml: asked('acme/metric') + OWN,
      findings: [{ path: 'spec.metrics[0].provider.plugin["acme/metric"]', class: 'broken', message: 'must be among metricProviderPlugins of ConfigMap argo-rollouts-config, which has acme/metrics, got "acme/metric"; write acme/metrics in the place of acme/metric' }],
    },
    { name: 'no plugins at all', yaml: asked('acme/metrics') + config('{}'), findings: [{ path: 'spec.metrics[0].provider.plugin["acme/metrics"]', message: /which has none.*add \{ name: acme\/metrics, location: \.\.\. \} there/ }] },
  ],
});
