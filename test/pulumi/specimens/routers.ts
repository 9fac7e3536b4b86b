import { AlbScheme, GatewayRouteKind, NginxPathType, OpenShiftTermination, SameSite } from 'rolloutkit/pulumi';
import type { Traffic } from 'rolloutkit/pulumi';
import { canary } from './specimen';
import type { Specimen } from './specimen';

const hosts = ['shop.example', '*.shop.example'];
const host = hosts[0];
const annotations = { 'example.com/owner': 'shop' };
const path = '/shop';
const paths = ['/cart', '/pay'];
const otherRoutes = [{ path: '/help', serviceName: 'help', portNumber: 80 }];
const gateway = { gateway: 'public', gatewayNamespace: 'edge', listener: 'https', otherGateways: [{ gateway: 'private', gatewayNamespace: 'edge', listener: 'https' }] };
const nginx = {
  annotationPrefix: 'ingress.example', canaryAnnotations: { owner: 'shop' }, canarySettings: { 'canary-by-header': 'x-canary' }, maxTrafficWeight: 1000,
};
const routes = { routes: ['checkout'], tlsRoutes: [{ port: 443, sniHosts: ['shop.example'] }], tcpRoutes: [{ port: 5432 }] };

const argo: readonly Traffic[] = [
  { alb: { hosts, path, scheme: AlbScheme.INTERNET_FACING, certificates: ['arn:aws:acm:eu-central-1:123456789012:certificate/1'], redirectHttp: true, ingressClass: 'alb', annotationPrefix: 'alb.example', annotations } },
  { existingAlb: { ingressName: 'shop', servicePort: 80, rootService: 'shop-root', otherIngresses: ['shop-internal'], annotationPrefix: 'alb.example' } },
  { ambassador: { hosts, path, resolver: 'endpoint', websocket: true } },
  { ambassador: { hosts, paths } },
  { existingAmbassador: { mappingName: 'shop', otherMappings: ['shop-internal'] } },
  { apisix: { hosts, path, otherRoutes, ingressClass: 'apisix', websocket: true } },
  { apisix: { hosts, paths } },
  { existingApisix: { routeName: 'shop', rules: ['public', 'internal'] } },
  { contour: { host, path, otherRoutes, tlsSecret: 'shop-tls', ingressClass: 'edge', annotations } },
  { contour: { host, paths } },
  { existingContour: { proxyName: 'shop', others: ['shop-internal'] } },
  { gatewayApi: { hosts, path, otherRoutes, annotations, routeNamespace: 'edge', ...gateway } },
  { gatewayApi: { hosts: [host], paths, gateway: 'public' } },
  { gatewayApiTcp: { annotations, routeNamespace: 'edge', ...gateway } },
  { gatewayApiTls: { hosts, annotations, routeNamespace: 'edge', ...gateway } },
  { existingGatewayApi: { routeName: 'shop', kind: GatewayRouteKind.TLS, routeNamespace: 'edge', others: ['shop-internal'] } },
  { istio: { hosts, gateway: 'public', path, otherRoutes, subsets: true } },
  { istio: { hosts, gateways: ['public', 'mesh'], paths } },
  { istio: { hosts, gateway: 'public', tlsPort: 443 } },
  { istio: { hosts: ['tcp'], tcpPort: 5432 } },
  { existingIstio: { virtualService: 'shop', ...routes, destinationRule: { name: 'shop', canarySubset: 'next', stableSubset: 'live', additionalSubsets: ['beta'] } } },
  { existingIstio: { virtualService: 'shop', ...routes, others: [{ name: 'shop-internal', ...routes }] } },
  { kong: { hosts, path, otherRoutes, annotations, stripPath: true, preserveHost: true, routeNamespace: 'edge', ...gateway } },
  { kong: { hosts: [host], paths, gateway: 'kong' } },
  { existingKong: { routeName: 'shop', kind: GatewayRouteKind.HTTP, routeNamespace: 'edge', others: ['shop-internal'] } },
  { linkerd: { serviceName: 'shop', path, annotations } },
  { linkerd: { paths } },
  { existingLinkerd: { routeName: 'shop', others: ['shop-internal'] } },
  { nginx: { ...nginx, hosts, paths, pathType: NginxPathType.EXACT, otherRoutes, annotations, ingressClass: 'edge', tlsSecret: 'shop-tls' } },
  { nginx: { hosts: [host], path } },
  { existingNginx: { ingressName: 'shop', otherIngresses: ['shop-internal'], ...nginx } },
  { openShift: { host, path, termination: OpenShiftTermination.REENCRYPT, redirectToTls: true, portName: 'http', annotations } },
  { openShift: { host, subdomains: true } },
  { existingOpenShift: { routeName: 'shop', others: ['shop-internal'] } },
  {
    plugin: {
      name: 'acme/router',
      settings: { route: 'shop' },
      maxTrafficWeight: 1000,
      keepsVisitors: true,
      knowsPingPong: true,
      mirrors: true,
      routesHeaders: true,
      sharesExperiments: true,
      routes: [{ apiGroup: 'example.com', kind: 'Table', name: 'shop', routeNamespace: 'mesh', fields: ['spec.http'] }],
    },
  },
  { plugin: { name: 'acme/router', json: '{ "route": "shop" }' } },
  { traefik: { hosts, path, otherRoutes, entryPoints: ['websecure'], middlewares: ['compress', 'edge/headers'], certResolver: 'letsencrypt' } },
  { traefik: { hosts, paths, tlsSecret: 'shop-tls', ingressClass: 'edge' } },
  { existingTraefik: 'shop' },
];

const grpc: readonly Traffic[] = [
  { gatewayApi: { hosts, grpcServices: ['shop.v1.Cart'], gateway: 'public' } },
  { kong: { hosts, grpcServices: ['shop.v1.Cart'], gateway: 'public' } },
  { linkerd: { serviceName: 'shop', grpcServices: ['shop.v1.Cart'] } },
];

const flagger: readonly Traffic[] = [
  { gatewayApi: { hosts, gateway: 'public', routeVersion: 'v1' } },
  { gloo: { hosts, path, otherRoutes, tlsSecret: 'shop-tls', upstream: 'shop', upstreamNamespace: 'gloo-system' } },
  { gloo: { hosts, paths } },
  { existingGloo: { virtualService: 'shop', upstream: 'shop', upstreamNamespace: 'gloo-system' } },
  { kuma: { mesh: 'shop' } },
  { skipper: { hosts, path, otherRoutes, annotations, ingressClass: 'skipper' } },
  { skipper: { hosts, paths } },
  { existingSkipper: 'shop' },
];

const affinity = { cookie: { name: 'shop-version', maxAge: '1h' } };
const wholeAffinity = { cookie: { ...affinity.cookie, domain: 'shop.example', path, httpOnly: true, secure: true, sameSite: SameSite.LAX, partitioned: true } };

function nameOf(traffic: Traffic): string {
  return Object.keys(traffic)[0];
}

export const specimens: readonly Specimen[] = [
  ...argo.map((traffic, index) => canary(`routed-${index}-${nameOf(traffic)}`, { traffic })),
  ...grpc.map((traffic, index) => canary(`called-${index}-${nameOf(traffic)}`, { traffic, protocol: { grpc: { healthService: 'shop.v1.Health', appProtocol: 'kubernetes.io/h2c' } } })),
  ...flagger.map((traffic, index) => canary(`routed-by-flagger-${index}-${nameOf(traffic)}`, { traffic, controller: { flagger: {} } })),
  canary('served-by-knative', { traffic: { knative: true }, controller: { flagger: {} } }),
  canary('kept-by-nginx', { traffic: { nginx: { hosts } }, sessionAffinity: affinity }),
  canary('kept-by-traefik', { traffic: { traefik: { hosts } }, sessionAffinity: affinity }),
  canary('kept-by-flagger', { traffic: { gatewayApi: { hosts, gateway: 'public' } }, sessionAffinity: wholeAffinity, controller: { flagger: { primaryCookie: 'shop-primary' } } }),
];
