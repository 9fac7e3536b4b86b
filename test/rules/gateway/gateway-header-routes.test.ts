import { BOTH, HEADER_STEP, route, routed } from './gateways';
import { gatewayHeaderRoutes } from '../../../src/rules/gateway/gateway-header-routes';
import { testRule } from '../test-rule';

const plugin = '{ httpRoutes: [{ name: checkout, useHeaderRoutes: true }] }';
const managed = '[{ name: internal }, { name: partners }]';
const partners = HEADER_STEP.replace('internal', 'partners');
const drop = '{ setHeaderRoute: { name: internal } }';
const steps = `[{ setWeight: 20 }, ${HEADER_STEP}, { pause: {} }]`;

testRule(gatewayHeaderRoutes, {
  valid: [
    { name: 'a route that is marked', yaml: routed({ plugin, managed, steps }) + route() },
    { name: 'the only one, which needs no mark', yaml: routed({ managed, steps }) + route() },
    { name: 'rules that the steps have left in the cluster', yaml: routed({ managed, steps }) + route({ rules: `[${BOTH}, { name: internal, backendRefs: [{ name: checkout-canary, port: 80 }] }]` }) },
    { name: 'a rule that is taken away alone', yaml: routed({ managed, steps: `[{ setWeight: 20 }, ${HEADER_STEP}, ${drop}, ${partners}]` }) },
    { name: 'no header step', yaml: routed({ plugin: '{ tcpRoute: checkout }' }) },
  ],
  invalid: [
    {
      name: 'a route that is not marked',
      yaml: routed({ plugin: '{ httpRoutes: [{ name: checkout }] }', managed, steps }),
      findings: [{ path: 'spec.strategy.canary.steps[1].setHeaderRoute', message: 'does nothing: no route of the plugin has useHeaderRoutes: true; write it beside checkout' }],
    },
    {
      name: 'connections',
      yaml: routed({ plugin: '{ tcpRoute: checkout }', managed, steps }),
      findings: [{ path: 'spec.strategy.canary.steps[1].setHeaderRoute', message: 'does nothing: connections have no headers; drop the step, or name an HTTPRoute' }],
    },
    {
      name: 'a route in another namespace',
      yaml: routed({ plugin: '{ httpRoute: checkout, namespace: edge }', managed, steps }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/gatewayAPI"].namespace',
        message: 'must be the namespace of Rollout checkout where steps route by headers, since the plugin looks for the canary\'s Service beside the route, got edge; '
          + 'move the route to shop, or drop the header steps',
      }],
    },
    {
      name: 'the name of a rule that is there',
      yaml: routed({ plugin, managed, steps }) + route({ rules: `[${BOTH.replace('{ ', '{ name: internal, ')}]` }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.managedRoutes[0].name',
        message: 'must not be the name of a rule that HTTPRoute checkout has already: the plugin takes it away when the rollout ends; write name: internal-2, and in the steps',
      }],
    },
    {
      name: 'a name that no rule can have',
      yaml: routed({ plugin, managed: '[{ name: Internal_Route }]', steps }),
      findings: [{
        path: 'spec.strategy.canary.trafficRouting.managedRoutes[0].name',
        message: 'must be a name that a rule of a route can have, lower-case letters, digits, dashes and dots, got Internal_Route; write name: internal-route, and in the steps',
      }],
    },
    {
      name: 'a step that takes away more than it says',
      yaml: routed({ plugin, managed, steps: `[{ setWeight: 20 }, ${HEADER_STEP}, ${partners}, ${drop}, { pause: {} }]` }),
      findings: [{
        class: 'risky',
        path: 'spec.strategy.canary.steps[3].setHeaderRoute',
        message: 'takes away the rules of all header steps, also partners, and not only internal; take them away in the same place, or send both kinds of requests by one route',
      }],
    },
  ],
});
