import { route, routed } from './gateways';
import { gatewayRoute } from '../../../src/rules/gateway/gateway-route';
import { testRule } from '../test-rule';

const plugin = 'spec.strategy.canary.trafficRouting.plugins["argoproj-labs/gatewayAPI"]';

testRule(gatewayRoute, {
  valid: [
    { name: 'a route beside the Rollout', yaml: routed() + route() },
    { name: 'one in the namespace that the plugin is told of', yaml: routed({ plugin: '{ httpRoute: checkout, namespace: edge }' }) + route({ metadata: 'name: checkout, namespace: edge' }) },
    {
      name: 'several kinds',
      yaml: routed({ plugin: '{ grpcRoutes: [{ name: calls }], tcpRoute: sockets, tlsRoute: closed }' })
      + route({ kind: 'GRPCRoute', metadata: 'name: calls, namespace: shop' }) + route({ kind: 'TCPRoute', metadata: 'name: sockets, namespace: shop' })
      + route({ kind: 'TLSRoute', metadata: 'name: closed, namespace: shop' }),
    },
    { name: 'routes that are found by labels', yaml: routed({ plugin: '{ httpRouteSelector: { matchLabels: { app: checkout } } }' }) },
  ],
  invalid: [
    {
      name: 'one that is not there',
      yaml: routed(),
      findings: [{ path: `${plugin}.httpRoute`, message: 'names HTTPRoute checkout, which is not in the input; add HTTPRoute checkout to shop, or correct the name' }],
    },
    {
      name: 'one of another namespace',
      yaml: routed({ plugin: '{ httpRoutes: [{ name: checkout }] }' }) + route({ metadata: 'name: checkout, namespace: edge' }),
      findings: [{
        path: `${plugin}.httpRoutes[0].name`,
        message: 'names HTTPRoute checkout, which is in namespace edge; the plugin looks in shop; write namespace: edge in the settings of the plugin, or add HTTPRoute checkout to shop',
      }],
    },
    {
      name: 'one of another kind',
      yaml: routed({ plugin: '{ tcpRoutes: [{ name: checkout }] }' }) + route(),
      findings: [{ path: `${plugin}.tcpRoutes[0].name`, message: 'names TCPRoute checkout, and what has this name is an HTTPRoute; write it as httpRoute' }],
    },
    {
      name: 'none',
      yaml: routed({ plugin: '{ namespace: shop }' }),
      findings: [{ path: plugin, message: 'must name a route, got none; write httpRoute: ...' }],
    },
  ],
});
