import { gateway, route, routed } from './gateways';
import { gatewayListeners } from '../../../src/rules/gateway/gateway-listeners';
import { testRule } from '../test-rule';

const edge = 'name: public, namespace: edge';
const toEdge = routed() + route({ parents: '[{ name: public, namespace: edge }]' });
const listener = (fields: string) => `[{ name: http, protocol: HTTP, port: 80, ${fields} }]`;

testRule(gatewayListeners, {
  valid: [
    { name: 'a Gateway that is not in the input', yaml: routed() + route() },
    { name: 'a Gateway of the same namespace', yaml: routed() + route() + gateway() },
    { name: 'one of another namespace that takes all routes', yaml: toEdge + gateway(listener('allowedRoutes: { namespaces: { from: All } }'), edge) },
    { name: 'one that takes them by the labels of namespaces', yaml: toEdge + gateway(listener('allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { a: b } } } }'), edge) },
    { name: 'a wildcard that takes the host', yaml: routed() + route() + gateway(listener('hostname: "*.example.com"')) },
    { name: 'a host that a wildcard of the route takes', yaml: routed() + route({ hosts: '["*.example.com"]' }) + gateway(listener('hostname: shop.example.com')) },
    { name: 'a TLSRoute at a listener for TLS', yaml: routed({ plugin: '{ tlsRoute: checkout }' }) + route({ kind: 'TLSRoute' }) + gateway('[{ name: tls, protocol: TLS, port: 443 }]') },
    { name: 'a Service as the parent', yaml: routed() + route({ parents: '[{ group: core, kind: Service, name: checkout }]' }) + gateway() },
  ],
  invalid: [
    {
      name: 'a listener that is not there',
      yaml: routed() + route({ parents: '[{ name: public, sectionName: htp }]' }) + gateway(),
      findings: [{ path: 'spec.parentRefs[0].sectionName', message: 'must be a listener of Gateway public, got htp; it has http; write sectionName: http' }],
    },
    {
      name: 'a Gateway of another namespace that takes routes of its own alone',
      yaml: toEdge + gateway(undefined, edge),
      findings: [{
        path: 'spec.parentRefs[0]',
        message: 'must be a Gateway that takes routes of namespace shop, and Gateway public takes those of edge alone; '
          + 'write allowedRoutes: { namespaces: { from: All } } at its listener, or a selector',
      }],
    },
    {
      name: 'a TCPRoute at a listener for HTTP',
      yaml: routed({ plugin: '{ tcpRoute: checkout }' }) + route({ kind: 'TCPRoute' }) + gateway(),
      findings: [{
        path: 'spec.parentRefs[0]',
        message: 'must be a Gateway with a listener for a TCPRoute, and Gateway public has none; add a listener whose protocol and allowedRoutes take a TCPRoute',
      }],
    },
    {
      name: 'a kind that the listener does not name',
      yaml: routed() + route() + gateway(listener('allowedRoutes: { kinds: [{ kind: GRPCRoute }] }')),
      findings: [{ path: 'spec.parentRefs[0]', message: /^must be a Gateway with a listener for an HTTPRoute/ }],
    },
    {
      name: 'a host that no listener takes',
      yaml: routed() + route({ hosts: '[shop.example.com, shop.example.org]' }) + gateway(listener('hostname: "*.example.com"')),
      findings: [{
        path: 'spec.hostnames[1]',
        message: 'must be a host that a listener of its Gateway takes, got shop.example.org; they take *.example.com; write one of these, or add a listener for it',
      }],
    },
  ],
});
