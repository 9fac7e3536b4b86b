// Pieces of a Gateway and its routes: right in every respect but the one under test.
import { rollout, service } from '../manifests';

const MATCH = '[{ headerName: x-internal, headerValue: { exact: "true" } }]';
export const HEADER_STEP = `{ setHeaderRoute: { name: internal, match: ${MATCH} } }`;

interface Routed {
  /** Below `plugins`, `argoproj-labs/gatewayAPI`. */
  readonly plugin?: string;
  readonly managed?: string;
  readonly steps?: string;
}

/** A Rollout behind the Gateway API, with its Services. */
export function routed({ plugin = '{ httpRoute: checkout }', managed, steps }: Routed = {}): string {
  return behind(`argoproj-labs/gatewayAPI: ${plugin}`, managed, steps);
}

/** A Rollout behind any plugin, with its Services. */
export function behind(plugins: string, managed?: string, steps?: string): string {
  const routing = `trafficRouting:\n  plugins: { ${plugins} }${managed === undefined ? '' : `\n  managedRoutes: ${managed}`}`;
  return rollout({ canary: `\nstableService: checkout\ncanaryService: checkout-canary\n${routing}`, ...(steps === undefined ? {} : { steps }) })
    + service('checkout') + service('checkout-canary');
}

export const BOTH = '{ backendRefs: [{ name: checkout, port: 80, weight: 100 }, { name: checkout-canary, port: 80, weight: 0 }] }';

interface Route {
  readonly kind?: string;
  readonly rules?: string;
  readonly parents?: string;
  readonly hosts?: string;
  readonly metadata?: string;
}

export function route({
  kind = 'HTTPRoute', rules = `[${BOTH}]`, parents = '[{ name: public }]', hosts = '[shop.example.com]', metadata = 'name: checkout, namespace: shop',
}: Route = {}): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: { ${metadata} }
spec: { parentRefs: ${parents}, hostnames: ${hosts}, rules: ${rules} }
`;
}

export function gateway(listeners = '[{ name: http, protocol: HTTP, port: 80 }]', metadata = 'name: public, namespace: shop'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { ${metadata} }
spec: { gatewayClassName: any, listeners: ${listeners} }
`;
}

export function grant(to = '[{ group: "", kind: Service }]', from = '[{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }]'): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: edge, namespace: shop }
spec: { from: ${from}, to: ${to} }
`;
}
