import { Duration } from 'cdk8s';
import { NginxPathType, NginxTraffic, Protocol, SessionAffinity } from 'rolloutkit';
import type { CanaryRolloutProps, NginxTrafficOptions } from 'rolloutkit';
import { resolved, token } from '../engines/argo/token';
import { checkout, checkoutManifests, findingsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const prefix = 'nginx.ingress.kubernetes.io';
const ingressOf = (options: Partial<NginxTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}): Written =>
  named(checkoutManifests({ traffic: new NginxTraffic({ hosts, ...options }), ...props }), 'Ingress', 'checkout');
const path = (text: string, name = 'checkout', number = 8080, pathType = 'Prefix') => ({ path: text, pathType, backend: { service: { name, port: { number } } } });
const cookie = SessionAffinity.cookie({ name: 'shop-version', maxAge: Duration.hours(1) });

describe('an Ingress that is written', () => {
  test('splits several paths of a host', () => {
    expect(ingressOf({ paths: ['/shop', '/basket'] }).spec.rules).toEqual(hosts.map(host => ({ host, http: { paths: [path('/shop'), path('/basket')] } })));
  });

  test('compares paths as it is told', () => {
    expect(ingressOf({ paths: ['/shop', '/basket'], pathType: NginxPathType.EXACT }).spec.rules[0].http.paths).toEqual([
      path('/shop', 'checkout', 8080, 'Exact'), path('/basket', 'checkout', 8080, 'Exact'),
    ]);
    const pattern = ingressOf({ path: '/shop/(v1|v2)', pathType: NginxPathType.IMPLEMENTATION_SPECIFIC, annotations: { [`${prefix}/use-regex`]: 'true' } });
    expect(pattern.spec.rules[0].http.paths).toEqual([path('/shop/(v1|v2)', 'checkout', 8080, 'ImplementationSpecific')]);
  });

  // the controller copies whole rules
  test('leaves paths of other Services out of the split, in a rule of their own', () => {
    const otherRoutes = [{ path: '/static', serviceName: 'assets', portNumber: 80 }];
    expect(ingressOf({ hosts: ['shop.example.com'], otherRoutes }).spec.rules).toEqual([
      { host: 'shop.example.com', http: { paths: [path('/')] } },
      { host: 'shop.example.com', http: { paths: [path('/static', 'assets', 80)] } },
    ]);
  });

  test('carries annotations', () => {
    expect(ingressOf({ annotations: { [`${prefix}/proxy-body-size`]: '8m' } }).metadata.annotations).toEqual({ [`${prefix}/proxy-body-size`]: '8m' });
    expect(ingressOf().metadata).not.toHaveProperty('annotations');
  });

  test('speaks gRPC with the pods, under the prefix that ingress-nginx knows', () => {
    expect(ingressOf({ annotationPrefix: 'ingress.example.com' }, { protocol: Protocol.grpc() }).metadata.annotations).toEqual({ 'ingress.example.com/backend-protocol': 'GRPC' });
    expect(ingressOf({ annotations: { [`${prefix}/backend-protocol`]: 'GRPCS' } }, { protocol: Protocol.grpc() }).metadata.annotations).toEqual({ [`${prefix}/backend-protocol`]: 'GRPCS' });
  });
});

describe('visitors behind ingress-nginx', () => {
  test('stay with a version by a cookie, whose settings the canary takes from the stable Ingress', () => {
    const manifests = checkoutManifests({ traffic: new NginxTraffic({ hosts }), sessionAffinity: cookie });
    expect(named(manifests, 'Ingress', 'checkout').metadata.annotations).toEqual({
      [`${prefix}/affinity`]: 'cookie', [`${prefix}/session-cookie-name`]: 'shop-version', [`${prefix}/session-cookie-max-age`]: '3600',
    });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting).toEqual({ nginx: { stableIngress: 'checkout' } });
    expect(ingressOf({}, { sessionAffinity: SessionAffinity.cookie() }).metadata.annotations).toEqual({ [`${prefix}/affinity`]: 'cookie' });
  });

  test.each<[string, NginxTraffic | ReturnType<typeof NginxTraffic.existing>]>([
    ['an Ingress that exists', NginxTraffic.existing('shop')],
    ['a canary that shall not know of it', new NginxTraffic({ hosts, canarySettings: { 'affinity-canary-behavior': 'legacy' } })],
    ['the same with its whole name', new NginxTraffic({ hosts, canaryAnnotations: { [`${prefix}/affinity-canary-behavior`]: 'legacy' } })],
  ])('fail to stay with a version behind %s', (_, traffic) => {
    expect(findingsOf(chart => checkout(chart, { traffic, sessionAffinity: cookie }))).toEqual([
      '[test/checkout] sessionAffinity: cannot be had from nginx as traffic is written: every request is divided anew; leave it out, or choose traffic that keeps visitors (docs/routers.md has a table)',
    ]);
  });
});

test('cookies and times that are not known yet arrive in the annotations', () => {
  const later = <T>(value: T) => token(value, () => undefined) as unknown as T;
  const routing = new NginxTraffic({ hosts })._router.argo!({
    rollout: 'checkout',
    stableService: 'checkout',
    canaryService: 'checkout-canary',
    port: later(8080),
    protocol: 'http',
    managedRoutes: [],
    pingPong: false,
    affinity: { cookie: later('shop-version'), maxAgeSeconds: later(3600) },
    metadata: name => ({ name }),
  });
  const [{ metadata, spec }] = resolved(routing.manifests) as Written[];
  expect(metadata.annotations).toMatchObject({ [`${prefix}/session-cookie-name`]: 'shop-version', [`${prefix}/session-cookie-max-age`]: '3600' });
  expect(spec.rules[0].http.paths).toEqual([path('/')]);
});

test('one word says that ingress-nginx is retired, and stops nothing', () => {
  const { words } = synthesize(chart => checkout(chart, { traffic: new NginxTraffic({ hosts }) }));
  expect(words.split('\n').filter(line => line.includes('retired'))).toEqual([
    expect.stringMatching(/^info {2}Rollout shop\/checkout {2}traffic: splits by ingress-nginx, which is retired since March 2026: .*\(retired-router\)$/),
  ]);
});

test('the controller changes nothing that is written', () => {
  findingsOf(chart => {
    expect(checkout(chart, { traffic: new NginxTraffic({ hosts }) }).ignoreDifferences.map(({ kind }) => kind)).toEqual(['Service', 'Service']);
  });
});

test.each<[string, Partial<NginxTrafficOptions>, string]>([
  ['an address', { hosts: ['10.0.0.1'] }, 'hosts[0]: must be a host name, and not an address, got "10.0.0.1"; write the name that leads to the load balancer'],
  ['a host twice', { hosts: ['a.example', 'a.example'] }, 'hosts[1]: must be another host, got "a.example" again; drop it'],
  ['one path and several', { path: '/', paths: ['/shop'] }, 'paths: cannot be combined with path; name all of them in paths'],
  ['no path', { paths: [] }, 'paths: must name at least one path, got none; leave it out for all of them'],
  ['a path without a slash', { paths: ['/shop', 'cart'] }, 'paths[1]: must begin with a slash, got "cart"; write "/cart"'],
  ['a pattern without a slash', { path: 'v[12]', pathType: NginxPathType.IMPLEMENTATION_SPECIFIC }, 'path: must begin with a slash, got "v[12]"; write "/v[12]"'],
  ['a pattern among plain paths', { path: '/v[12]' }, 'path: must be letters, digits and any of . _ ~ - between slashes, got "/v[12]"; write the beginning of the paths, such as "/shop"'],
  ['a path twice', { path: '/shop', otherRoutes: [{ path: '/shop', serviceName: 'cart', portNumber: 80 }] }, 'otherRoutes[0].path: must be another path, got "/shop" again; drop it'],
  ['a Service that can be none', { otherRoutes: [{ path: '/cart', serviceName: 'Cart', portNumber: 80 }] },
    'otherRoutes[0].serviceName: must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got "Cart"; write "cart"'],
  ['a port that is none', { otherRoutes: [{ path: '/cart', serviceName: 'cart', portNumber: -1 }] }, 'otherRoutes[0].portNumber: must be a whole number of at least 1, got -1; write 1'],
  ['a Secret that can be none', { tlsSecret: 'Shop' }, 'tlsSecret: must be the name of an object, got "Shop"; write its metadata.name'],
  ['what would make it a canary', { annotations: { [`${prefix}/canary`]: 'true' } }, `annotations["${prefix}/canary"]: would make this Ingress the one of the canary, which the controller writes; drop it`],
])('fails with %s', (_, options, message) => {
  expect(() => new NginxTraffic({ hosts: ['shop.example.com'], ...options })).toThrow(new Error(`NginxTraffic: ${message}`));
});
