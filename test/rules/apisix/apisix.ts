// Pieces of an APISIX: right in every respect but the one under test.
import { rollout, service } from '../manifests';

/** A Rollout behind APISIX, with its Services. */
export function routed(route = '{ name: shop, rules: [main] }', steps = '[{ setWeight: 20 }, { pause: {} }]', managed = '[]'): string {
  const canary = `\nstableService: checkout\ncanaryService: checkout-canary\ntrafficRouting:\n  apisix: ${route === '' ? '{}' : `{ route: ${route} }`}\n  managedRoutes: ${managed}`;
  return rollout({ canary, steps }) + service('checkout') + service('checkout-canary');
}

export const BOTH = '[{ serviceName: checkout, servicePort: 80, weight: 100 }, { serviceName: checkout-canary, servicePort: 80, weight: 0 }]';
export const MAIN = `{ name: main, match: { paths: [/*] }, backends: ${BOTH} }`;

export function apisixRoute(http = `[${MAIN}]`, metadata = 'name: shop, namespace: shop'): string {
  return `---
apiVersion: apisix.apache.org/v2
kind: ApisixRoute
metadata: { ${metadata} }
spec: { http: ${http} }
`;
}
