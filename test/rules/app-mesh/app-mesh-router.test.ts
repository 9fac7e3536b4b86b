import { appMeshRouter } from '../../../src/rules/app-mesh/app-mesh-router';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const NODES = 'virtualNodeGroup: { stableVirtualNodeRef: { name: checkout-stable }, canaryVirtualNodeRef: { name: checkout-canary } }';
const routed = (mesh: string) => rollout({ canary: `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { appMesh: { ${mesh} } }` });
const whole = routed(`virtualService: { name: checkout }, ${NODES}`);
const mesh = (kind: string, name: string, spec = '{}') => `---
apiVersion: appmesh.k8s.aws/v1beta2
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`;
const nodes = mesh('VirtualNode', 'checkout-stable') + mesh('VirtualNode', 'checkout-canary');
const virtualService = mesh('VirtualService', 'checkout', '{ provider: { virtualRouter: { virtualRouterRef: { name: checkout-router } } } }');
const target = (name: string, weight = 'weight: 0, ') => `{ ${weight}virtualNodeRef: { name: ${name} } }`;
const router = (routes: string) => mesh('VirtualRouter', 'checkout-router', `{ routes: ${routes} }`);
const leading = (targets: string) => router(`[{ name: primary, httpRoute: { match: { prefix: / }, action: { weightedTargets: [${targets}] } } }]`);
const both = leading(`${target('checkout-stable', 'weight: 100, ')}, ${target('checkout-canary')}`);
const SETTINGS = 'spec.strategy.canary.trafficRouting.appMesh';
const TARGETS = 'spec.routes[0].httpRoute.action.weightedTargets';

testRule(appMeshRouter, {
  valid: [
    { name: 'everything there', yaml: whole + nodes + virtualService + both },
    { name: 'another router', yaml: rollout() },
    {
      name: 'other nodes in a route that gets no weights',
      yaml: routed(`virtualService: { name: checkout, routes: [other] }, ${NODES}`) + nodes + virtualService + leading(`${target('a')}, ${target('b')}`),
    },
  ],
  invalid: [
    {
      name: 'no virtual service, and no nodes',
      yaml: routed('').replace('appMesh: {  }', 'appMesh: {}'),
      findings: [
        { path: `${SETTINGS}.virtualNodeGroup.canaryVirtualNodeRef`, class: 'broken', message: 'must name the virtual node of the canary pods, got none; write canaryVirtualNodeRef: { name: checkout-canary }' },
        { path: `${SETTINGS}.virtualNodeGroup.stableVirtualNodeRef`, class: 'broken', message: 'must name the virtual node of the stable pods, got none; write stableVirtualNodeRef: { name: checkout-stable }' },
        { path: `${SETTINGS}.virtualService`, class: 'refused', message: 'must name the virtual service that clients call, got none; write virtualService: { name: checkout }' },
      ],
    },
    {
      name: 'objects that are not there',
      yaml: whole,
      findings: [
        { path: `${SETTINGS}.virtualNodeGroup.canaryVirtualNodeRef.name`, class: 'broken', message: 'names VirtualNode checkout-canary, which is not in the input; add VirtualNode checkout-canary, or correct the name' },
        { path: `${SETTINGS}.virtualNodeGroup.stableVirtualNodeRef.name`, message: /^names VirtualNode checkout-stable, / },
        { path: `${SETTINGS}.virtualService.name`, class: 'refused', message: 'names VirtualService checkout, which is not in the input; add VirtualService checkout, or correct the name' },
      ],
    },
    {
      name: 'a router that is not there',
      yaml: whole + nodes + virtualService,
      findings: [{ path: 'spec.provider.virtualRouter.virtualRouterRef.name', class: 'refused', message: /^names VirtualRouter checkout-router, which is not in the input; / }],
    },
    {
      name: 'a virtual service without a router',
      yaml: whole + nodes + mesh('VirtualService', 'checkout', '{ provider: { virtualNode: { virtualNodeRef: { name: a } } } }'),
      findings: [{
        path: 'spec.provider',
        class: 'refused',
        message: 'must be a virtualRouter, which gets the weights of Rollout shop/checkout, got virtualNode; write provider: { virtualRouter: { virtualRouterRef: { name: ... } } }',
      }],
    },
    {
      name: 'a router without routes',
      yaml: whole + nodes + virtualService + router('[]'),
      findings: [{ path: 'spec.routes', class: 'refused', message: 'must have a route, which Rollout shop/checkout is split by, got none; add a route to the two nodes' }],
    },
    {
      name: 'a route of another kind, without a name',
      yaml: whole + nodes + virtualService + router('[{ udpRoute: {} }]'),
      findings: [
        { path: 'spec.routes[0]', class: 'refused', message: 'must be an httpRoute, http2Route, grpcRoute or tcpRoute, got udpRoute; write httpRoute: { action: { weightedTargets: [...] } }' },
        { path: 'spec.routes[0].name', class: 'broken', message: 'must be given, since the controller finds routes by it, got none; write a name' },
      ],
    },
    {
      name: 'one target only',
      yaml: whole + nodes + virtualService + leading(target('checkout-stable')),
      findings: [{ path: TARGETS, class: 'refused', message: 'must be the nodes of the two versions, got 1; write one for the stable and one for the canary node' }],
    },
    {
      name: 'another node, and a target without a weight',
      yaml: whole + nodes + virtualService + leading(`${target('checkout-stable', '')}, ${target('checkout-old')}`),
      findings: [
        { path: `${TARGETS}[0].weight`, class: 'broken', message: 'must be given, since the controller reads it before it writes its own, got none; write weight: 100' },
        { path: `${TARGETS}[1].virtualNodeRef.name`, class: 'broken', message: 'must be checkout-stable or checkout-canary, whose weights Rollout shop/checkout sets, got "checkout-old"; write name: checkout-stable' },
      ],
    },
  ],
});
