import { canaryGateways } from '../../../src/rules/flagger/canary-gateways';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const to = (reference: string, more = 'targetPort: 8080') => canary({ provider: 'gatewayapi:v1', service: `{ port: 80, gatewayRefs: [${reference}], ${more} }` });
const gateway = (listener: string, namespace = 'shop') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: shop, namespace: ${namespace} }
spec: { gatewayClassName: shop, listeners: [${listener}] }
`;

testRule(canaryGateways, {
  valid: [
    { name: 'a listener that is there', yaml: to('{ name: shop, sectionName: web }') + gateway('{ name: web, protocol: HTTP, port: 80 }') },
    { name: 'hosts that a listener takes', yaml: to('{ name: shop }', 'hosts: [pay.example.com]') + gateway("{ name: web, protocol: HTTP, port: 80, hostname: '*.example.com' }") },
    { name: 'a Service of a mesh as parent', yaml: to("{ group: '', kind: Service, name: checkout, port: 80 }") },
    { name: 'a Gateway elsewhere that takes routes of all namespaces', yaml: to('{ name: shop, namespace: gateways }') + gateway('{ name: web, protocol: HTTP, port: 80, allowedRoutes: { namespaces: { from: All } } }', 'gateways') },
  ],
  invalid: [
    {
      name: 'a Gateway that is not there',
      yaml: to('{ name: shop }'),
      findings: [
        {
          path: 'spec.service.gatewayRefs[0].name',
          message: 'names Gateway shop, which is not in the input; add Gateway shop to shop, or correct the name',
        },
      ],
    },
    {
      name: 'a Gateway in another namespace',
      yaml: to('{ name: shop }') + gateway('{ name: web, protocol: HTTP, port: 80 }', 'gateways'),
      findings: [
        {
          path: 'spec.service.gatewayRefs[0].namespace',
          message: 'must be the namespace of Gateway shop, gateways, got none, which is shop; write namespace: gateways',
        },
      ],
    },
    {
      name: 'a listener that is not there',
      yaml: to('{ name: shop, sectionName: wbe }') + gateway('{ name: web, protocol: HTTP, port: 80 }'),
      findings: [
        {
          path: 'spec.service.gatewayRefs[0].sectionName',
          message: 'must be a listener of Gateway shop, got wbe; it has web; write sectionName: web',
        },
      ],
    },
    {
      name: 'a Gateway for TCP alone',
      yaml: to('{ name: shop }') + gateway('{ name: db, protocol: TCP, port: 5432 }'),
      findings: [
        {
          path: 'spec.service.gatewayRefs[0]',
          message: 'must be a Gateway with a listener for an HTTPRoute, and Gateway shop has none; write protocol: HTTP'
            + ' at a listener of it',
        },
      ],
    },
    {
      name: 'a Gateway that takes routes of its own namespace alone',
      yaml: to('{ name: shop, namespace: gateways }') + gateway('{ name: web, protocol: HTTP, port: 80 }', 'gateways'),
      findings: [
        {
          path: 'spec.service.gatewayRefs[0]',
          message: 'must be a Gateway that takes routes of namespace shop, and Gateway shop takes those of gateways'
            + ' alone; write allowedRoutes: { namespaces: { from: All } } at its listener, or a selector',
        },
      ],
    },
    {
      name: 'a host that no listener takes',
      yaml: to('{ name: shop }', 'hosts: [shop.example.org]') + gateway('{ name: web, protocol: HTTP, port: 80, hostname: shop.example.com }'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must be a host that a listener of its Gateway takes, got shop.example.org; they take'
            + ' shop.example.com; write shop.example.com, or add a listener for it',
        },
      ],
    },
  ],
});
