import { meshed, virtualService } from './mesh';
import { istioVirtualService } from '../../../src/rules/istio/istio-virtual-service';
import { testRule } from '../test-rule';

const istio = 'spec.strategy.canary.trafficRouting.istio';

testRule(istioVirtualService, {
  valid: [
    { name: 'a VirtualService beside the Rollout', yaml: meshed() + virtualService() },
    { name: 'one in the namespace behind the last dot', yaml: meshed({ istio: '{ virtualService: { name: public.checkout.mesh } }' }) + virtualService(undefined, 'name: public.checkout, namespace: mesh') },
    { name: 'the domain of the cluster behind that', yaml: meshed({ istio: '{ virtualService: { name: checkout.mesh.cluster.local } }' }) + virtualService(undefined, 'name: checkout, namespace: mesh') },
    { name: 'several', yaml: meshed({ istio: '{ virtualServices: [{ name: checkout }] }' }) + virtualService() },
  ],
  invalid: [
    {
      name: 'one that is not there',
      yaml: meshed(),
      findings: [{ path: `${istio}.virtualService.name`, message: 'names VirtualService checkout, which is not in the input; add VirtualService checkout to shop, or correct the name' }],
    },
    {
      name: 'one of another namespace by its name alone',
      yaml: meshed() + virtualService(undefined, 'name: checkout, namespace: mesh'),
      findings: [{ path: `${istio}.virtualService.name`, message: 'names VirtualService checkout, which is in namespace mesh; the Rollout looks in shop; write name: checkout.mesh' }],
    },
    {
      name: 'none',
      yaml: meshed({ istio: '{ destinationRule: { name: checkout, canarySubsetName: canary, stableSubsetName: stable } }' }),
      findings: [{ path: istio, message: 'must have either virtualService or virtualServices, got neither; write virtualService: { name: ... }' }],
    },
    {
      name: 'one and several',
      yaml: meshed({ istio: '{ virtualService: { name: checkout }, virtualServices: [{ name: checkout }] }' }) + virtualService(),
      findings: [{ path: istio, message: 'must have either virtualService or virtualServices, got both; drop one of them' }],
    },
    {
      name: 'routes that are none',
      yaml: meshed() + virtualService('http: { route: [] }\ntls: [checkout]'),
      findings: [
        { resource: 'VirtualService shop/checkout', path: 'spec.http', message: 'must be a list of routes, got {"route":[]}; write a list' },
        { path: 'spec.tls[0]', message: 'must be a route, got "checkout"; write route: [{ destination: { host: ... } }]' },
      ],
    },
    {
      name: 'one without routes',
      yaml: meshed() + virtualService('gateways: [public]'),
      findings: [{ path: `${istio}.virtualService.name`, message: 'names VirtualService checkout, which must have http, tls or tcp routes, and has none; add a route to both versions' }],
    },
  ],
});
