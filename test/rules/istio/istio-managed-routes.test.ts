import { BOTH, HEADER_STEP, MIRROR_STEP, meshed, virtualService } from './mesh';
import { istioManagedRoutes } from '../../../src/rules/istio/istio-managed-routes';
import { testRule } from '../test-rule';

const istio = '{ virtualService: { name: checkout, routes: [main] } }';
const managed = '[{ name: internal }]';
const steps = `[${HEADER_STEP}, { setWeight: 20 }]`;
const mirroring = { managed: '[{ name: copies }]', steps: `[{ setWeight: 20 }, ${MIRROR_STEP}]` };
const NAMED = `http: [{ name: main, route: ${BOTH} }]`;
const routing = 'spec.strategy.canary.trafficRouting';

testRule(istioManagedRoutes, {
  valid: [
    { name: 'a named route that the Rollout names', yaml: meshed({ istio, managed, steps }) + virtualService(NAMED) },
    { name: 'a header route beside the only route, which has no name', yaml: meshed({ managed, steps }) + virtualService() },
    { name: 'a mirror route beside others', yaml: meshed({ istio, ...mirroring }) + virtualService(`http: [{ name: main, route: ${BOTH} }, { name: other, route: [] }]`) },
    { name: 'other routes where no step adds any', yaml: meshed({ istio }) + virtualService(`http: [{ route: [] }, { route: [] }, { name: main, route: ${BOTH} }]`) },
    { name: 'a VirtualService of somebody else', yaml: meshed({ managed, steps }) },
  ],
  invalid: [
    {
      name: 'several routes without a name',
      yaml: meshed({ istio, ...mirroring }) + virtualService(`http: [{ name: main, route: ${BOTH} }, { route: [] }, { route: [] }]`),
      findings: [{ resource: 'VirtualService shop/checkout', path: 'spec.http[1].name', message: 'must be given, since steps add routes and the controller doubles those without a name, got none for 2 routes; name every route' }],
    },
    {
      name: 'a mirror route beside a route that the Rollout does not name',
      yaml: meshed(mirroring) + virtualService(),
      findings: [{
        path: `${routing}.istio.virtualService.routes`,
        message: 'must name the route that gets the weights, since steps add others and the controller does not find it beside them, got none; give the route a name, and write it here',
      }],
    },
    {
      name: 'a header route beside a named route that the Rollout does not name',
      yaml: meshed({ managed, steps }) + virtualService(NAMED),
      findings: [{ path: `${routing}.istio.virtualService.routes`, message: /^must name the route that gets the weights/ }],
    },
    {
      name: 'an added route under the name of another',
      yaml: meshed({ istio, managed: '[{ name: main }]', steps: steps.replace('internal', 'main') }) + virtualService(NAMED),
      findings: [{ path: `${routing}.managedRoutes[0].name`, message: /^must not be the name of a route that VirtualService checkout has already: the controller takes it away/ }],
    },
    {
      name: 'a header route before the routes of others',
      yaml: meshed({ istio, managed, steps }) + virtualService(`http: [{ name: main, route: ${BOTH} }, { name: other, route: [] }]`),
      findings: [{
        path: 'spec.strategy.canary.steps[0].setHeaderRoute',
        class: 'risky',
        message: 'takes every request with its headers to the hosts of VirtualService checkout, also those of its 1 other route other; '
          + 'use a header that only requests to this rollout have, or give it a VirtualService with hosts of its own',
      }],
    },
    {
      name: 'a header route before a route that matches a part of the requests',
      yaml: meshed({ istio, managed, steps }) + virtualService(`http: [{ name: main, match: [{ uri: { prefix: /shop } }], route: ${BOTH} }]`),
      findings: [{ path: 'spec.strategy.canary.steps[0].setHeaderRoute', class: 'risky', message: /also those that no route of it matches/ }],
    },
  ],
});
