import { describeRoutes } from '../../conformance/harness/describe-routes';
import type { Fields } from '../../conformance/harness/objects';
import { pluralOf, routeDefinitions } from '../../conformance/lab/definitions';

const described = (kind: string, spec: Fields, annotations: Fields = {}) =>
  describeRoutes[kind]!({ apiVersion: 'v1', kind, metadata: { name: 'shop', annotations }, spec });

const actions = (action: Fields) => ({ 'alb.ingress.kubernetes.io/actions.shop': JSON.stringify(action) });
const to = { 'shop': 95, 'shop-canary': 5 };

describe('of a route is kept what the canary gets, and by which headers', () => {
  test.each<[string, string, Fields, Fields, Fields]>([
    ['the Ingress of a canary of ingress-nginx', 'Ingress', {}, { 'nginx.ingress.kubernetes.io/canary-weight': '5' }, { weight: 5 }],
    ['an Ingress that nothing divides', 'Ingress', {}, {}, {}],
    ['an Ingress of a load balancer, as the controller writes it', 'Ingress', {}, actions({
      Type: 'forward', ForwardConfig: { TargetGroups: [{ ServiceName: 'shop', Weight: 95 }, { ServiceName: 'shop-canary', Weight: 5 }] },
    }), { weight: 5, to, headers: [] }],
    ['the same as its documentation writes it', 'Ingress', {}, actions({
      type: 'forward', forwardConfig: { targetGroups: [{ serviceName: 'shop', weight: 95 }, { serviceName: 'shop-canary', weight: 5 }] },
    }), { weight: 5, to, headers: [] }],
    ['a header route of a load balancer', 'Ingress', {}, {
      ...actions({ type: 'forward', forwardConfig: { targetGroups: [{ serviceName: 'shop', weight: 100 }, { serviceName: 'shop-canary', weight: 0 }] } }),
      'alb.ingress.kubernetes.io/actions.internal': JSON.stringify({ type: 'forward', forwardConfig: { targetGroups: [{ serviceName: 'shop-canary', weight: 100 }] } }),
      'alb.ingress.kubernetes.io/conditions.internal': JSON.stringify([{ field: 'http-header', httpHeaderConfig: { httpHeaderName: 'x-internal', values: ['true'] } }]),
    }, { weight: 0, to: { 'shop': 100, 'shop-canary': 0 }, headers: ['x-internal'] }],
    ['a rule that leads elsewhere', 'HTTPRoute', {
      rules: [{ backendRefs: [{ name: 'other' }] }, { backendRefs: [{ name: 'shop', weight: 95 }, { name: 'shop-canary', weight: 5 }] }],
    }, {}, { weight: 5, to, headers: [] }],
    ['a header route of the Gateway API', 'GRPCRoute', {
      rules: [{ matches: [{ headers: [{ name: 'x-internal' }] }], backendRefs: [{ name: 'shop-canary', weight: 1 }] }, { backendRefs: [{ name: 'shop', weight: 95 }, { name: 'shop-canary', weight: 5 }] }],
    }, {}, { weight: 5, to, headers: ['x-internal'] }],
    ['a TraefikService', 'TraefikService', { weighted: { services: [{ name: 'shop', weight: 95 }, { name: 'shop-canary', weight: 5 }] } }, {}, { weight: 5, to }],
    ['an ApisixRoute', 'ApisixRoute', {
      http: [{ name: 'a', match: { exprs: [{ subject: { scope: 'Header', name: 'x-internal' } }] }, backends: [{ serviceName: 'shop', weight: 95 }, { serviceName: 'shop-canary', weight: 5 }] }],
    }, {}, { weight: 5, to, headers: ['x-internal'] }],
    ['the Ingress of a canary that a header leads to', 'Ingress', {}, {
      'nginx.ingress.kubernetes.io/canary-weight': '0', 'nginx.ingress.kubernetes.io/canary-by-header': 'x-canary', 'nginx.ingress.kubernetes.io/canary-by-cookie': 'canary',
    }, { weight: 0, headers: ['x-canary', 'cookie'] }],
    ['an Ingress of Skipper', 'Ingress', {}, { 'zalando.org/backend-weights': JSON.stringify(to) }, { weight: 5, to }],
    ['requests that are copied', 'HTTPRoute', {
      rules: [{ filters: [{ type: 'RequestMirror', requestMirror: {} }], backendRefs: [{ name: 'shop', weight: 100 }, { name: 'shop-canary', weight: 0 }] }],
    }, {}, { weight: 0, to: { 'shop': 100, 'shop-canary': 0 }, headers: [], mirrored: true }],
    ['an HTTPProxy with a header', 'HTTPProxy', {
      routes: [{ conditions: [{ prefix: '/' }, { header: { name: 'x-canary', exact: 'always' } }], services: [{ name: 'shop', weight: 95 }, { name: 'shop-canary', weight: 5 }] }],
    }, {}, { weight: 5, to, headers: ['x-canary'] }],
    ['a TrafficRoute of Kuma', 'TrafficRoute', {
      conf: { split: [{ weight: 95, destination: { 'kuma.io/service': 'shop_lab_svc_80' } }, { weight: 5, destination: { 'kuma.io/service': 'shop-canary_lab_svc_80' } }] },
    }, {}, { weight: 5, to }],
    ['a RouteTable of Gloo', 'RouteTable', {
      routes: [{
        matchers: [{ headers: [{ name: 'x-canary' }] }],
        routeAction: { multi: { destinations: [{ weight: 95, destination: { upstream: { name: 'lab-shop-primaryupstream-80' } } }, { weight: 5, destination: { upstream: { name: 'lab-shop-canaryupstream-80' } } }] } },
      }],
    }, {}, { weight: 5, to: { 'lab-shop-primary': 95, 'lab-shop-canary': 5 }, headers: ['x-canary'] }],
    ['a Service of Knative', 'KnativeService', { traffic: [{ latestRevision: true, percent: 5 }, { revisionName: 'shop-00001', percent: 95 }] }, {}, { weight: 5 }],
    ['the Mapping of a canary', 'Mapping', { service: 'shop-canary:80', weight: 5 }, {}, { weight: 5, to: { 'shop-canary:80': 5 } }],
    ['the Mapping that takes the rest', 'Mapping', { service: 'shop:80' }, {}, {}],
    ['an HTTPProxy', 'HTTPProxy', { routes: [{ services: [{ name: 'shop', weight: 95 }, { name: 'shop-canary', weight: 5 }] }] }, {}, { weight: 5, to }],
    ['a Route of OpenShift', 'Route', { to: { name: 'shop', weight: 95 }, alternateBackends: [{ name: 'shop-canary', weight: 5 }] }, {}, { weight: 5, to }],
  ])('%s', (_, kind, spec, annotations, expected) => {
    expect(described(kind, spec, annotations)).toEqual(expected);
  });
});

describe('the definitions of the lab', () => {
  const definitions = routeDefinitions();

  test('are those of the kinds that routers follow, each at its own place', () => {
    const names = definitions.map(({ spec }) => spec.names.kind);
    expect(names).toEqual(expect.arrayContaining(['VirtualService', 'DestinationRule', 'HTTPRoute']));
    expect(names).not.toEqual(expect.arrayContaining(['Ingress']));
    for (const { metadata, spec } of definitions) expect(metadata.name).toBe(`${spec.names.plural}.${spec.group}`);
  });

  test('store one of the versions that they serve', () => {
    for (const { spec: { versions } } of definitions) expect(versions.filter(({ storage }: Fields) => storage)).toHaveLength(1);
  });

  test.each([['HTTPProxy', 'httpproxies'], ['Gateway', 'gateways'], ['HTTPRoute', 'httproutes']])('find %s at %s', (kind, plural) => {
    expect(pluralOf(kind)).toBe(plural);
  });
});

