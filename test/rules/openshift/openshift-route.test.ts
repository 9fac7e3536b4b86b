import { openshiftRoute } from '../../../src/rules/openshift/openshift-route';
import { behind } from '../gateway/gateways';
import { testRule } from '../test-rule';

const named = behind('argoproj-labs/openshift: { routes: [checkout] }');
const route = (to = 'checkout', more = '') => `---
apiVersion: route.openshift.io/v1
kind: Route
metadata: { name: checkout, namespace: shop }
spec: { host: shop.example.com, to: { kind: Service, name: ${to}, weight: 100 }${more} }
`;
const routes = 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/openshift"].routes';

testRule(openshiftRoute, {
  valid: [
    { name: 'a Route to the stable version', yaml: named + route() },
    { name: 'one with its namespace', yaml: behind('argoproj-labs/openshift: { routes: [shop/checkout] }') + route() },
    { name: 'the canary beside it', yaml: named + route('checkout', ', alternateBackends: [{ kind: Service, name: checkout-canary, weight: 0 }]') },
  ],
  invalid: [
    {
      name: 'one that is not there',
      yaml: named,
      findings: [{ path: `${routes}[0]`, message: 'names Route checkout, which is not in the input; add Route checkout to shop, or correct the name' }],
    },
    { name: 'none', yaml: behind('argoproj-labs/openshift: { routes: [] }'), findings: [{ path: routes, message: 'must name a Route, got none; write routes: [...]' }] },
    {
      name: 'one of another namespace',
      yaml: behind('argoproj-labs/openshift: { routes: [edge/checkout] }') + route(),
      findings: [{ path: `${routes}[0]`, message: 'must be a Route of namespace shop, where the plugin writes it back to, got edge/checkout; write checkout, and move the Route to shop' }],
    },
    {
      name: 'a Route to another Service',
      yaml: named + route('basket'),
      findings: [{ path: 'spec.to.name', message: 'must be Service checkout of the stable version, since Rollout checkout writes its weight here, got basket; write name: checkout' }],
    },
    {
      name: 'other backends',
      yaml: named + route('checkout', ', alternateBackends: [{ kind: Service, name: basket, weight: 10 }]'),
      findings: [{
        path: 'spec.alternateBackends',
        message: 'must be Service checkout-canary of the canary alone, since the plugin takes others away, got basket; use a Route of its own for them',
      }],
    },
  ],
});
