import { pluginListed } from '../../../src/rules/plugins/plugin-listed';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const config = (data: string) => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: argo-rollouts-config, namespace: argo-rollouts }
data:
  ${data}
`;
const routed = rollout({ canary: '\ntrafficRouting: { plugins: { argoproj-labs/gatewayAPI: { httpRoute: checkout } } }' });
const stepped = rollout({ steps: '[{ setWeight: 20 }, { plugin: { name: acme/notify, config: {} } }]' });
const listed = config(`trafficRouterPlugins: |
    - name: "argoproj-labs/gatewayAPI"
      location: file:///plugin
  stepPlugins: '[{"name": "acme/notify", "location": "file:///notify"}]'`);

testRule(pluginListed, {
  valid: [
    { name: 'a router that is listed', yaml: routed + listed },
    { name: 'a step that is listed', yaml: stepped + listed },
    { name: 'a controller whose configuration is elsewhere', yaml: routed },
  ],
  invalid: [
    {
      name: 'a router that is misspelt in the list',
      yaml: routed + config('trafficRouterPlugins: "- name: argoproj-labs/gateway-api"'),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/gatewayAPI"]',
        message: 'must be among trafficRouterPlugins of ConfigMap argo-rollouts-config, which has argoproj-labs/gateway-api, got "argoproj-labs/gatewayAPI"; write argoproj-labs/gateway-api in the place of argoproj-labs/gatewayAPI',
        class: 'broken',
      }],
    },
    {
      name: 'a step of which the controller is not told',
      yaml: stepped + config('stepPlugins: ""'),
      findings: [{
        path: 'spec.strategy.canary.steps[1].plugin.name',
        message: 'must be among stepPlugins of ConfigMap argo-rollouts-config, which has none, got "acme/notify"; add { name: acme/notify, location: ... } there, and restart the controller',
      }],
    },
  ],
});
