import { canaryIngress } from '../../../src/rules/services/canary-ingress';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const routed = (ingress: string, name = 'checkout') => rollout({ name, canary: `\nstableService: a\ncanaryService: b\ntrafficRouting: { nginx: { stableIngress: ${ingress} } }` });
const ingress = (name: string, more = '') => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: shop${more} }
spec: {}
`;
const path = 'spec.strategy.canary.trafficRouting.nginx.stableIngress';

testRule(canaryIngress, {
  valid: [
    { name: 'an Ingress whose copy has a name of its own', yaml: routed('public') + ingress('public') + ingress('public-canary') },
    { name: 'the copy as it is in a cluster', yaml: routed('public') + ingress('checkout-public-canary', ', ownerReferences: [{ kind: Rollout, name: checkout }]') },
    { name: 'the same name in another namespace', yaml: routed('public') + ingress('checkout-public-canary').replace('shop', 'edge') },
    { name: 'a name that two long ones have before they are cut', yaml: routed('b'.repeat(200), 'a'.repeat(40)) + routed('b'.repeat(200), 'c'.repeat(40)) },
  ],
  invalid: [
    {
      name: 'an Ingress in the place of the copy',
      yaml: routed('public') + ingress('checkout-public-canary'),
      findings: [{
        path: 'metadata.name',
        resource: 'Ingress shop/checkout-public-canary',
        class: 'broken',
        message: 'must not be the name of the Ingress that the controller writes for Rollout shop/checkout, got checkout-public-canary; drop this Ingress, or rename it',
      }],
    },
    {
      name: 'two rollouts whose copies are called alike',
      yaml: routed('api-public', 'checkout') + routed('public', 'checkout-api'),
      findings: [{
        path,
        resource: 'Rollout shop/checkout-api',
        message: 'makes the controller write Ingress checkout-api-public-canary, which it writes for Rollout shop/checkout as well; rename the Ingress, or the Rollout',
      }],
    },
    {
      name: 'names that are alike once they are cut',
      yaml: routed('b'.repeat(250), 'a') + ingress(`a-${'b'.repeat(244)}-canary`),
      findings: [{ path: 'metadata.name', message: /^must not be the name of the Ingress/ }],
    },
  ],
});
