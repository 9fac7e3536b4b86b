// Pieces of an Emissary-ingress: right in every respect but the one under test.
import { rollout, service } from '../manifests';

/** A Rollout behind Emissary-ingress, with its Services. */
export function routed(mappings = '[shop]', stable = 'checkout'): string {
  return rollout({ canary: `\nstableService: ${stable}\ncanaryService: checkout-canary\ntrafficRouting: { ambassador: { mappings: ${mappings} } }` })
    + service(stable) + service('checkout-canary');
}

export function mapping(spec = 'service: checkout.shop:80', metadata = 'name: shop', version = 'v2'): string {
  return `---
apiVersion: getambassador.io/${version}
kind: Mapping
metadata: { namespace: shop, ${metadata} }
spec: { prefix: /, ${spec} }
`;
}
