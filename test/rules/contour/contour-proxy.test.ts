import { contourProxy } from '../../../src/rules/contour/contour-proxy';
import { behind } from '../gateway/gateways';
import { testRule } from '../test-rule';

const named = behind('argoproj-labs/contour: { httpProxies: [checkout] }');
const proxy = (services: string, more = '') => `---
apiVersion: projectcontour.io/v1
kind: HTTPProxy
metadata: { name: checkout, namespace: shop }
spec: { virtualhost: { fqdn: shop.example.com }, routes: [{ services: ${services} }${more}] }
`;
const both = '[{ name: checkout, port: 80, weight: 100 }, { name: checkout-canary, port: 80, weight: 0 }]';

testRule(contourProxy, {
  valid: [
    { name: 'a proxy to both versions', yaml: named + proxy(both) },
    { name: 'routes beside it that lead elsewhere', yaml: named + proxy(both, ', { services: [{ name: basket, port: 80 }] }') },
    { name: 'weights of three, 100 together, and a mirror', yaml: named + proxy('[{ name: checkout, port: 80, weight: 60 }, { name: checkout-canary, port: 80, weight: 20 }, { name: old, port: 80, weight: 20 }, { name: copies, port: 80, weight: 50, mirror: true }]') },
  ],
  invalid: [
    {
      name: 'one that is not there',
      yaml: named,
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/contour"].httpProxies[0]',
        message: 'names HTTPProxy checkout, which is not in the input; add HTTPProxy checkout to shop, or correct the name',
      }],
    },
    {
      name: 'none',
      yaml: behind('argoproj-labs/contour: {}'),
      findings: [{ path: 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/contour"].httpProxies', message: 'must name an HTTPProxy, got none; write httpProxies: [...]' }],
    },
    {
      name: 'no route to the canary',
      yaml: named + proxy('[{ name: checkout, port: 80 }]'),
      findings: [{
        resource: 'HTTPProxy shop/checkout',
        path: 'spec.routes',
        message: 'must have a route that leads to Services checkout and checkout-canary, whose weights Rollout checkout writes here, and has none; name both of them in the services of a route',
      }],
    },
    {
      name: 'a route to the canary alone',
      yaml: named + proxy('[{ name: checkout-canary, port: 80, weight: 100 }]'),
      findings: [{
        path: 'spec.routes[0].services',
        message: 'must lead to Service checkout of the stable version as well, since Rollout checkout writes its weights here, and does not; add name: checkout and its port',
      }],
    },
    {
      name: 'weights that are something else together',
      yaml: named + proxy('[{ name: checkout, port: 80 }, { name: checkout-canary, port: 80 }]'),
      findings: [{
        path: 'spec.routes[0].services',
        message: 'must have weights that are 100 together, which the plugin asks for, got 0; write weight: 100 at checkout, and weight: 0 at checkout-canary',
      }],
    },
  ],
});
