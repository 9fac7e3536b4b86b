// Pieces of a mesh: right in every respect but the one under test.
import { rollout, service } from '../manifests';

const MATCH = '[{ headerName: x-internal, headerValue: { exact: "true" } }]';
export const HEADER_STEP = `{ setHeaderRoute: { name: internal, match: ${MATCH} } }`;
export const MIRROR_STEP = '{ setMirrorRoute: { name: copies, match: [{ path: { prefix: / } }] } }';

interface Meshed {
  /** Below `trafficRouting.istio`. */
  readonly istio?: string;
  /** Fields of the canary instead of both Services. */
  readonly services?: string;
  readonly managed?: string;
  readonly steps?: string;
}

/** A Rollout behind Istio, with its Services. */
export function meshed({
  istio = '{ virtualService: { name: checkout } }', services = 'stableService: checkout\ncanaryService: checkout-canary', managed, steps,
}: Meshed = {}): string {
  const routing = `trafficRouting:\n  istio: ${istio}${managed === undefined ? '' : `\n  managedRoutes: ${managed}`}`;
  return rollout({ canary: `\n${services}\n${routing}`, ...(steps === undefined ? {} : { steps }) }) + service('checkout') + service('checkout-canary');
}

/** The same by subsets. */
export function subsetted(rule = '{ name: checkout, canarySubsetName: canary, stableSubsetName: stable }', services = 'dynamicStableScale: false'): string {
  return meshed({ istio: `{ virtualService: { name: checkout }, destinationRule: ${rule} }`, services });
}

export const STABLE = '{ destination: { host: checkout }, weight: 100 }';
export const CANARY = '{ destination: { host: checkout-canary.shop.svc.cluster.local }, weight: 0 }';
export const BOTH = `[${STABLE}, ${CANARY}]`;
export const SUBSETS = '[{ destination: { host: checkout, subset: stable }, weight: 100 }, { destination: { host: checkout, subset: canary } }]';

/** A VirtualService; `spec` holds its routes. */
export function virtualService(spec = `http: [{ route: ${BOTH} }]`, metadata = 'name: checkout, namespace: shop'): string {
  return `---
apiVersion: networking.istio.io/v1alpha3
kind: VirtualService
metadata: { ${metadata} }
spec:
  hosts: [shop.example.com]
  ${spec.replaceAll('\n', '\n  ')}
`;
}

export function destinationRule(subsets = '[{ name: stable }, { name: canary }]', host = 'checkout'): string {
  return `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: checkout, namespace: shop }
spec: { host: ${host}, subsets: ${subsets} }
`;
}
