import { canaryTraefikRoute } from '../../../src/rules/flagger/canary-traefik-route';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const route = (service: string, group = 'traefik.io') => `---
apiVersion: ${group}/v1alpha1
kind: IngressRoute
metadata: { name: shop, namespace: shop }
spec: { routes: [{ kind: Rule, match: PathPrefix(\`/\`), services: [${service}] }] }
`;

testRule(canaryTraefikRoute, {
  valid: [
    { name: 'a TraefikService', yaml: canary({ provider: 'traefik' }) + route('{ name: checkout, kind: TraefikService, port: 80 }') },
    { name: 'a Service of another name', yaml: canary({ provider: 'traefik' }) + route('{ name: help, port: 80 }') },
    { name: 'a Service of another namespace', yaml: canary({ provider: 'traefik' }) + route('{ name: checkout, namespace: help, port: 80 }') },
    { name: 'another provider', yaml: canary() + route('{ name: checkout, port: 80 }') },
  ],
  invalid: [
    {
      name: 'the Service',
      yaml: canary({ provider: 'traefik' }) + route('{ name: checkout, port: 80 }'),
      findings: [
        {
          path: 'spec.routes[0].services[0].kind',
          message: 'must be TraefikService for Canary shop/checkout, got none, which is Service; write kind:'
            + ' TraefikService',
        },
      ],
    },
    {
      name: 'the Service, in words',
      yaml: canary({ provider: 'traefik' }) + route('{ name: checkout, kind: Service, port: 80 }'),
      findings: [
        {
          path: 'spec.routes[0].services[0].kind',
          message: 'must be TraefikService for Canary shop/checkout, got Service; write kind: TraefikService',
        },
      ],
    },
    {
      name: 'the API group of older releases',
      yaml: canary({ provider: 'traefik' }) + route('{ name: checkout, kind: TraefikService, port: 80 }', 'traefik.containo.us'),
      findings: [
        {
          path: 'apiVersion',
          message: 'must be of traefik.io, as is the TraefikService that Flagger makes, got'
            + ' traefik.containo.us/v1alpha1; write apiVersion: traefik.io/v1alpha1',
        },
      ],
    },
  ],
});
