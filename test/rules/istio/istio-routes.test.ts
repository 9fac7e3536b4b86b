import { BOTH, CANARY, STABLE, SUBSETS, meshed, subsetted, virtualService } from './mesh';
import { istioRoutes } from '../../../src/rules/istio/istio-routes';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.istio.virtualService';
const asking = (settings: string): string => meshed({ istio: `{ virtualService: { name: checkout, ${settings} } }` });
const tls = (match: string, route = BOTH): string => `{ match: [${match}], route: ${route} }`;

testRule(istioRoutes, {
  valid: [
    { name: 'the only route, with a name or without', yaml: meshed() + virtualService(`http: [{ name: main, route: ${BOTH} }]`) },
    { name: 'routes by their names', yaml: asking('routes: [main]') + virtualService(`http: [{ name: other, route: [${STABLE}] }, { name: main, route: ${BOTH} }]`) },
    { name: 'subsets', yaml: subsetted() + virtualService(`http: [{ route: ${SUBSETS} }]`) },
    { name: 'a TLS route by its port and names, in any order', yaml: asking('tlsRoutes: [{ port: 443, sniHosts: [a, b] }]') + virtualService(`tls: [${tls('{ port: 443, sniHosts: [b, a] }')}, ${tls('{ port: 8443, sniHosts: [c] }')}]`) },
    { name: 'a TCP route by its port', yaml: asking('tcpRoutes: [{ port: 3306 }]') + virtualService(`tcp: [${tls('{ port: 3306 }')}, ${tls('{ port: 5432 }')}]`) },
    { name: 'a route that a step has added beside the only one', yaml: meshed({ managed: '[{ name: internal }]' }) + virtualService(`http: [{ name: internal, route: [${CANARY}] }, { route: ${BOTH} }]`) },
    {
      name: 'ping and pong of another router, beside the Services that Istio takes',
      yaml: meshed({ services: 'stableService: checkout\ncanaryService: checkout-canary\npingPong: { pingService: ping, pongService: pong }' }) + virtualService(),
    },
    { name: 'ping and pong', yaml: meshed({ services: 'pingPong: { pingService: checkout, pongService: checkout-canary }' }) + virtualService() },
  ],
  invalid: [
    {
      name: 'a name that no route has',
      yaml: asking('routes: [man]') + virtualService(`http: [{ name: main, route: ${BOTH} }]`),
      findings: [{ path: `${path}.routes[0]`, message: 'must be the name of an http route of VirtualService checkout, got man; it has main; write main' }],
    },
    {
      name: 'a name where no route has one',
      yaml: asking('routes: [main]') + virtualService(),
      findings: [{ path: `${path}.routes[0]`, message: 'must be the name of an http route of VirtualService checkout, got main; its routes have no names; give the route that name' }],
    },
    {
      name: 'several routes of which none is named',
      yaml: meshed() + virtualService(`http: [{ name: a, route: ${BOTH} }, { name: b, route: ${BOTH} }]`),
      findings: [{ path: `${path}.routes`, message: 'must say which routes get the weights, since VirtualService checkout has 2 http routes, got none; write routes: [a, b]' }],
    },
    {
      name: 'a route to one version alone',
      yaml: meshed() + virtualService(`http: [{ route: [${STABLE}] }]`),
      findings: [{
        resource: 'VirtualService shop/checkout',
        path: 'spec.http[0].route',
        message: 'must lead to Service checkout-canary of the canary version, since Rollout checkout writes its weights here, and does not; add a destination with host: checkout-canary',
      }],
    },
    {
      name: 'Services where the Rollout asks for subsets',
      yaml: subsetted() + virtualService(),
      findings: [
        { path: 'spec.http[0].route', message: /^must lead to subset canary of the canary version, .*; add a destination with subset: canary$/ },
        { path: 'spec.http[0].route', message: /^must lead to subset stable of the stable version/ },
      ],
    },
    {
      name: 'a TLS route that nobody spoke of and that leads elsewhere',
      yaml: asking('routes: [main]') + virtualService(`http: [{ name: main, route: ${BOTH} }]\ntls: [${tls('{ sniHosts: [a] }', `[${STABLE}]`)}]`),
      findings: [{ path: 'spec.tls[0].route', message: /^must lead to Service checkout-canary/ }],
    },
    {
      name: 'a TLS route that matches more than was said',
      yaml: asking('tlsRoutes: [{ port: 443, sniHosts: [a] }]') + virtualService(`tls: [${tls('{ port: 443, sniHosts: [a, b] }')}]`),
      findings: [{ path: `${path}.tlsRoutes[0]`, message: 'must be a tls route of VirtualService checkout that matches this port and exactly these sniHosts, and there is none; write what the route matches' }],
    },
    {
      name: 'a TCP route of two ports',
      yaml: asking('tcpRoutes: [{ port: 3306 }]') + virtualService(`tcp: [${tls('{ port: 3306 }, { port: 3307 }')}]`),
      findings: [{ path: `${path}.tcpRoutes[0]`, message: /^must be a tcp route of VirtualService checkout that matches this port, and there is none/ }],
    },
    {
      name: 'TCP routes of a VirtualService that has none',
      yaml: asking('tcpRoutes: [{ port: 3306 }]') + virtualService(),
      findings: [{
        path: `${path}.tcpRoutes`,
        class: 'broken',
        message: 'must be tcp routes of VirtualService checkout, which has none of tcp: their weights would never be written; it has http; '
          + 'name its http routes instead, or add the tcp routes',
      }],
    },
    {
      name: 'HTTP routes of a VirtualService that passes TLS on',
      yaml: asking('routes: [main], tlsRoutes: [{ port: 443, sniHosts: [a] }]') + virtualService(`tls: [${tls('{ port: 443, sniHosts: [a] }')}]`),
      findings: [{ path: `${path}.routes`, class: 'broken', message: /^must be http routes of VirtualService checkout, which has none of http/ }],
    },
    {
      name: 'several TCP routes of which none is named',
      yaml: meshed() + virtualService(`tcp: [${tls('{ port: 1 }')}, ${tls('{ port: 2 }')}]`),
      findings: [{ path: `${path}.tcpRoutes`, message: /^must say which routes get the weights, since VirtualService checkout has 2 tcp routes/ }],
    },
  ],
});
