import { Duration } from 'cdk8s';
import { Protocol, SessionAffinity, Step, TraefikTraffic } from 'rolloutkit';
import type { CanaryRolloutProps, TraefikTrafficOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com'];
const written = (options: Partial<TraefikTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}): Written[] =>
  checkoutManifests({ traffic: new TraefikTraffic({ hosts, ...options }), ...props });
const routeOf = (options: Partial<TraefikTrafficOptions>) => named(written(options), 'IngressRoute', 'checkout').spec;
const matchOf = (options: Partial<TraefikTrafficOptions>) => routeOf(options).routes.map(({ match }: Written) => match);
const ofPath = (path: string) => ({ kind: 'Rule', match: `Host(\`shop.example.com\`) && ${path}`, services: [{ name: 'checkout', kind: 'TraefikService' }] });

describe('what is written', () => {
  test('divides requests by a TraefikService, all of them to the stable Service', () => {
    expect(checkoutCanary({ traffic: new TraefikTraffic({ hosts }) })).toMatchObject({
      stableService: 'checkout', canaryService: 'checkout-canary', trafficRouting: { traefik: { weightedTraefikServiceName: 'checkout' } },
    });
    expect(named(written(), 'TraefikService', 'checkout').spec).toEqual({
      weighted: { services: [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }] },
    });
    expect(routeOf({})).toEqual({
      routes: [{ kind: 'Rule', match: 'Host(`shop.example.com`)', services: [{ name: 'checkout', kind: 'TraefikService' }] }],
    });
  });

  test.each<[string, string[], string | undefined, string]>([
    ['several hosts', ['a.example', 'b.example'], undefined, 'Host(`a.example`) || Host(`b.example`)'],
    ['every name of one more part', ['*.shop.example.com'], undefined, 'HostRegexp(`^[^.]+\\.shop\\.example\\.com$`)'],
    ['whole segments of a path', hosts, '/shop', 'Host(`shop.example.com`) && (Path(`/shop`) || PathPrefix(`/shop/`))'],
    ['what is below a slash', hosts, '/shop/', 'Host(`shop.example.com`) && PathPrefix(`/shop/`)'],
    ['every path', hosts, '/', 'Host(`shop.example.com`)'],
    ['several hosts below a path', ['a.example', 'b.example'], '/shop/', '(Host(`a.example`) || Host(`b.example`)) && PathPrefix(`/shop/`)'],
  ])('takes %s', (_, names, path, match) => {
    expect(matchOf({ hosts: names, path })).toEqual([match]);
  });

  test('has a rule for each of several paths, so that a deeper one that leads elsewhere stays the longest', () => {
    const otherRoutes = [{ path: '/a/deep', serviceName: 'help', portNumber: 80 }];
    expect(routeOf({ paths: ['/a', '/bbbbbbbbbbbb/'], middlewares: ['compress'], otherRoutes }).routes).toEqual([
      { ...ofPath('(Path(`/a`) || PathPrefix(`/a/`))'), middlewares: [{ name: 'compress' }] },
      { ...ofPath('PathPrefix(`/bbbbbbbbbbbb/`)'), middlewares: [{ name: 'compress' }] },
      { ...ofPath('(Path(`/a/deep`) || PathPrefix(`/a/deep/`))'), services: [{ name: 'help', port: 80 }] },
    ]);
  });

  test('has entry points, middlewares and paths that lead elsewhere', () => {
    const { entryPoints, routes } = routeOf({
      entryPoints: ['web', 'websecure'], middlewares: ['compress', 'edge/headers'], otherRoutes: [{ path: '/help', serviceName: 'help', portNumber: 80 }],
    });
    expect(entryPoints).toEqual(['web', 'websecure']);
    expect(routes).toEqual([
      {
        kind: 'Rule',
        match: 'Host(`shop.example.com`)',
        middlewares: [{ name: 'compress' }, { name: 'headers', namespace: 'edge' }],
        services: [{ name: 'checkout', kind: 'TraefikService' }],
      },
      { kind: 'Rule', match: 'Host(`shop.example.com`) && (Path(`/help`) || PathPrefix(`/help/`))', services: [{ name: 'help', port: 80 }] },
    ]);
  });

  test('has the class of the Traefik that is to take it', () => {
    expect(named(written({ ingressClass: 'edge' }), 'IngressRoute', 'checkout').metadata.annotations).toEqual({ 'kubernetes.io/ingress.class': 'edge' });
    expect(named(written(), 'IngressRoute', 'checkout').metadata).not.toHaveProperty('annotations');
  });

  test.each<[string, Partial<TraefikTrafficOptions>, object | undefined]>([
    ['nothing of TLS unless it is asked for', {}, undefined],
    ['the certificate of a Secret', { tlsSecret: 'shop-tls' }, { secretName: 'shop-tls' }],
    ['a resolver, which reads the hosts in the rule', { certResolver: 'letsencrypt' }, { certResolver: 'letsencrypt' }],
    ['the names for a resolver that cannot read them', { certResolver: 'dns', hosts: ['*.a.example', 'a.example'] },
      { certResolver: 'dns', domains: [{ main: '*.a.example' }, { main: 'a.example' }] }],
  ])('says %s', (_, options, tls) => {
    expect(routeOf(options).tls).toEqual(tls);
  });

  test('speaks HTTP/2 without TLS to servers of gRPC', () => {
    const { services } = named(written({}, { protocol: Protocol.grpc() }), 'TraefikService', 'checkout').spec.weighted;
    expect(services.map(({ scheme }: Written) => scheme)).toEqual(['h2c', 'h2c']);
  });

  test('keeps visitors by a cookie, secret where there is TLS', () => {
    const sticky = (options: Partial<TraefikTrafficOptions>, sessionAffinity: SessionAffinity) =>
      named(written(options, { sessionAffinity }), 'TraefikService', 'checkout').spec.weighted.sticky;
    expect(sticky({}, SessionAffinity.cookie())).toEqual({ cookie: { httpOnly: true } });
    expect(sticky({ tlsSecret: 'shop-tls' }, SessionAffinity.cookie({ name: 'shop', maxAge: Duration.hours(1) })))
      .toEqual({ cookie: { name: 'shop', maxAge: 3600, httpOnly: true, secure: true } });
  });
});

test('a TraefikService that exists is used, and nothing is written', () => {
  const traffic = TraefikTraffic.existing('shop');
  expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ traefik: { weightedTraefikServiceName: 'shop' } });
  expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
});

test('the weights are the controller\'s', () => {
  const differences: unknown[] = [];
  synthesize(chart => differences.push(...checkout(chart, { traffic: new TraefikTraffic({ hosts }) }).ignoreDifferences));
  expect(differences).toContainEqual(expect.objectContaining({
    group: 'traefik.io', kind: 'TraefikService', name: 'checkout', jsonPointers: ['/spec/weighted/services'],
  }));
});

describe('impossible routes', () => {
  test.each<[string, () => unknown, string]>([
    ['no entry point', () => new TraefikTraffic({ hosts, entryPoints: [] }),
      'TraefikTraffic: entryPoints: must name at least one entry point, got none; leave it out for all of them'],
    ['an entry point by its port', () => new TraefikTraffic({ hosts, entryPoints: [':443'] }),
      'TraefikTraffic: entryPoints[0]: must be the name of an entry point, got ":443"; write it as the configuration of Traefik does, such as "websecure"'],
    ['a Middleware of another provider', () => new TraefikTraffic({ hosts, middlewares: ['compress@file'] }),
      'TraefikTraffic: middlewares[0]: must be the name of a Middleware, got "compress@file"; write its metadata.name, or namespace/name'],
    ['a path with a wildcard', () => new TraefikTraffic({ hosts, path: '/shop*' }),
      'TraefikTraffic: path: must be a path without spaces, wildcards and queries, beginning with a slash, got "/shop*"; '
      + 'write the part that all of the requests have in common, such as "/shop"'],
    ['two certificates', () => new TraefikTraffic({ hosts, tlsSecret: 'shop-tls', certResolver: 'letsencrypt' }),
      'TraefikTraffic: certResolver: cannot be combined with tlsSecret, which holds a certificate already; drop one of them'],
    ['a Secret that is no name', () => new TraefikTraffic({ hosts, tlsSecret: 'Shop' }),
      'TraefikTraffic: tlsSecret: must be the name of an object, got "Shop"; write its metadata.name'],
    ['a resolver that is no name', () => new TraefikTraffic({ hosts, certResolver: '' }),
      'TraefikTraffic: certResolver: must be the name of a certificate resolver, got ""; write it as the configuration of Traefik does, such as "letsencrypt"'],
    ['a class that is no name', () => new TraefikTraffic({ hosts, ingressClass: 'Edge' }),
      'TraefikTraffic: ingressClass: must be the name of an object, got "Edge"; write its metadata.name'],
    ['no host', () => new TraefikTraffic({ hosts: [] }), 'TraefikTraffic: hosts: must name at least one host; write for example ["shop.example.com"]'],
    ['a path that is there already', () => new TraefikTraffic({ hosts, path: '/shop', otherRoutes: [{ path: '/shop/', serviceName: 'help', portNumber: 80 }] }),
      'TraefikTraffic: otherRoutes[0].path: must be a path of its own, got "/shop/" again; drop it'],
    ['path and paths', () => new TraefikTraffic({ hosts, path: '/a', paths: ['/b', 'c', '/b/'] }),
      'TraefikTraffic: paths: cannot be combined with path; name all of them in paths\n'
      + 'TraefikTraffic: paths[1]: must begin with a slash, got "c"; write "/c"\n'
      + 'TraefikTraffic: paths[2]: must be another path, got "/b/" again; drop it'],
    ['no path', () => new TraefikTraffic({ hosts, paths: [] }), 'TraefikTraffic: paths: must name at least one path, got none; leave it out for all of them'],
    ['a path of several that leads elsewhere', () => new TraefikTraffic({ hosts, paths: ['/a', '/b'], otherRoutes: [{ path: '/b', serviceName: 'help', portNumber: 80 }] }),
      'TraefikTraffic: otherRoutes[0].path: must be a path of its own, got "/b" again; drop it'],
    ['a path to nowhere', () => new TraefikTraffic({ hosts, otherRoutes: [{ path: '/help', serviceName: '', portNumber: 0 }] }),
      'TraefikTraffic: otherRoutes[0].serviceName: must be the name of an object, got ""; write its metadata.name\n'
      + 'TraefikTraffic: otherRoutes[0].portNumber: must be a whole number from 1 to 65535, got 0; write a port such as 8080'],
    ['a TraefikService that is no name', () => TraefikTraffic.existing('shop@kubernetescrd'),
      'TraefikTraffic.existing: traefikServiceName: must be the name of an object, got "shop@kubernetescrd"; write its metadata.name'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test('fails on visitors to keep by a TraefikService that somebody else writes', () => {
    expect(findingsOf(chart => checkout(chart, { traffic: TraefikTraffic.existing('shop'), sessionAffinity: SessionAffinity.cookie() })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from traefik/)]);
  });

  test.each([
    ['headers', Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] })],
    ['mirrored requests', Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] })],
  ])('fails once on a step with %s', (_, step) => {
    expect(findingsOf(chart => checkout(chart, { traffic: new TraefikTraffic({ hosts }), steps: [Step.weight(20), step, Step.approval()] })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] steps\[1\]: needs a router that can do it .*got traefik/)]);
  });

  test('fails on Services that take turns', () => {
    expect(findingsOf(chart => checkout(chart, { traffic: new TraefikTraffic({ hosts }), pingPong: true })).join()).toMatch(/pingPong: cannot be had from traefik, /);
  });
});
