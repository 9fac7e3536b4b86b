import { traefikService } from '../../../src/rules/traefik/traefik-service';
import { rollout, service } from '../manifests';
import { testRule } from '../test-rule';

const path = 'spec.strategy.canary.trafficRouting.traefik.weightedTraefikServiceName';
const routed = (traefik = '{ weightedTraefikServiceName: shop }'): string =>
  rollout({ canary: `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting: { traefik: ${traefik} }` }) + service('checkout') + service('checkout-canary');
const BOTH = '[{ name: checkout, port: 80, weight: 100 }, { name: checkout-canary, port: 80, weight: 0 }]';
const traefik = (weighted = `{ services: ${BOTH} }`, group = 'traefik.io', namespace = 'shop'): string => `---
apiVersion: ${group}/v1alpha1
kind: TraefikService
metadata: { name: shop, namespace: ${namespace} }
spec: { weighted: ${weighted} }
`;

testRule(traefikService, {
  valid: [
    { name: 'both Services', yaml: routed() + traefik() },
    { name: 'both Services without weights, as a GitOps tool wants it', yaml: routed() + traefik('{ services: [{ name: checkout }, { name: checkout-canary }] }') },
    { name: 'something beside them that takes no share', yaml: routed() + traefik(`{ services: ${BOTH.replace(']', ', { name: old, weight: 0 }]')} }`) },
    { name: 'another router', yaml: rollout({ canary: '\nstableService: a\ncanaryService: b\ntrafficRouting: { nginx: { stableIngress: shop } }' }) },
  ],
  invalid: [
    {
      name: 'no name',
      yaml: routed('{}'),
      findings: [{ path, message: 'must name the weighted TraefikService, got nothing; write weightedTraefikServiceName: ...' }],
    },
    {
      name: 'a TraefikService that is not there',
      yaml: routed(),
      findings: [{ path, class: 'broken', message: 'names TraefikService shop, which is not in the input; add TraefikService shop to shop, or correct the name' }],
    },
    {
      name: 'one in another namespace',
      yaml: routed() + traefik(undefined, undefined, 'edge'),
      findings: [{ path, message: /^names TraefikService shop, which is not in the input/ }],
    },
    {
      name: 'one that mirrors',
      yaml: routed() + traefik('null'),
      findings: [{ path, message: 'names TraefikService shop, which must have weighted.services, and has none; add both Services to it' }],
    },
    {
      name: 'one of the Services missing',
      yaml: routed() + traefik('{ services: [{ name: checkout, port: 80 }] }'),
      findings: [{
        resource: 'TraefikService shop/shop',
        path: 'spec.weighted.services',
        message: 'must hold Service checkout-canary of the canary version, since Rollout checkout writes its weight in TraefikService shop, got checkout; add name: checkout-canary and its port',
      }],
    },
    {
      name: 'a third Service, which takes a share though it has no weight',
      yaml: routed() + traefik(`{ services: ${BOTH.replace(']', ', { name: old, port: 80 }]')} }`),
      findings: [{
        path: 'spec.weighted.services[2]',
        class: 'risky',
        message: 'takes a share of 1 beside the 100 of both versions, so that the canary of Rollout checkout gets less than its steps say, got old; move it elsewhere',
      }],
    },
    {
      name: 'the group of Traefik 2',
      yaml: routed() + traefik(undefined, 'traefik.containo.us'),
      findings: [{
        path,
        class: 'risky',
        message: 'names TraefikService shop of traefik.containo.us, and the controller looks in traefik.io unless it was started with --traefik-api-group=traefik.containo.us; '
          + 'write apiVersion: traefik.io/v1alpha1 in it',
      }],
    },
  ],
});
