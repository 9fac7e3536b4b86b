import { grant, route, routed } from './gateways';
import { gatewayReferences } from '../../../src/rules/gateway/gateway-references';
import { testRule } from '../test-rule';

const plugin = '{ httpRoute: checkout, namespace: edge }';
const metadata = 'name: checkout, namespace: edge';
const there = '[{ backendRefs: [{ name: checkout, namespace: shop, port: 80 }, { name: checkout-canary, namespace: shop, port: 80 }] }]';
const away = routed({ plugin }) + route({ metadata, rules: there });

testRule(gatewayReferences, {
  valid: [
    { name: 'a route beside the Services', yaml: routed() + route() },
    { name: 'a route of another namespace with a grant for all Services', yaml: away + grant() },
    { name: 'and with one for each', yaml: away + grant('[{ group: "", kind: Service, name: checkout }, { group: "", kind: Service, name: checkout-canary }]') },
  ],
  invalid: [
    {
      name: 'a route of another namespace without a grant',
      yaml: away,
      findings: ['checkout', 'checkout-canary'].map((name, index) => ({
        path: `spec.rules[0].backendRefs[${index}]`,
        message: `needs a ReferenceGrant in namespace shop, which lets an HTTPRoute of edge refer to Service ${name}, and there is none in the input; add one to shop`,
      })),
    },
    {
      name: 'a grant for one of the two',
      yaml: away + grant('[{ group: "", kind: Service, name: checkout }]'),
      findings: [{ path: 'spec.rules[0].backendRefs[1]', message: /refer to Service checkout-canary/ }],
    },
    {
      name: 'a grant for another namespace',
      yaml: away + grant(undefined, '[{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: other }]'),
      findings: [{ path: 'spec.rules[0].backendRefs[0]', message: /^needs a ReferenceGrant/ }, { path: 'spec.rules[0].backendRefs[1]', message: /^needs a ReferenceGrant/ }],
    },
    {
      name: 'a route of another namespace that does not say where the Services are',
      yaml: routed({ plugin }) + route({ metadata }) + grant(),
      findings: ['checkout', 'checkout-canary'].map((name, index) => ({
        path: `spec.rules[0].backendRefs[${index}].namespace`,
        message: `must be the namespace of Service ${name} of Rollout checkout, shop, got none, which is edge; write namespace: shop`,
      })),
    },
    {
      name: 'a route beside the Services that looks elsewhere',
      yaml: routed() + route({ rules: '[{ backendRefs: [{ name: checkout, namespace: edge, port: 80 }, { name: checkout-canary, port: 80 }] }]' }),
      findings: [{
        path: 'spec.rules[0].backendRefs[0].namespace', message: 'must be the namespace of Service checkout of Rollout checkout, shop, got edge; drop it',
      }],
    },
  ],
});
