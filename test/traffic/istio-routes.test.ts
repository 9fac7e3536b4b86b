import { Audience, IstioTraffic, Ramp, SessionAffinity, Stage, Step } from 'rolloutkit';
import type { IstioTrafficOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named, synthesize } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const gateway = 'public';
const port = { number: 8080 };
const split = [
  { destination: { host: 'checkout', port }, weight: 100 },
  { destination: { host: 'checkout-canary', port }, weight: 0 },
];
const written = (options: Partial<IstioTrafficOptions>) => checkoutManifests({ traffic: new IstioTraffic({ hosts, gateway, ...options }) });
const specOf = (options: Partial<IstioTrafficOptions>) => named(written(options), 'VirtualService', 'checkout').spec;
const istioOf = (options: Partial<IstioTrafficOptions>) =>
  checkoutCanary({ traffic: new IstioTraffic({ hosts, gateway, ...options }) }).trafficRouting.istio;
const failing = (options: Partial<IstioTrafficOptions>) => () => new IstioTraffic({ hosts, gateway, ...options });

describe('paths that lead elsewhere', () => {
  const help = { path: '/help', serviceName: 'help', portNumber: 80 };
  const elsewhere = { route: [{ destination: { host: 'help', port: { number: 80 } } }] };
  const below = [{ uri: { exact: '/help' } }, { uri: { prefix: '/help/' } }];

  test('come before every path', () => {
    expect(specOf({ otherRoutes: [help] }).http).toEqual([{ name: 'checkout-other-1', match: below, ...elsewhere }, { name: 'checkout', route: split }]);
    expect(istioOf({ otherRoutes: [help] })).toEqual({ virtualService: { name: 'checkout', routes: ['checkout'] } });
  });

  test('come before the path of the rollout when they are deeper, and else behind it', () => {
    const otherRoutes = [{ ...help, path: '/' }, { ...help, path: '/shop/help' }];
    expect(specOf({ path: '/shop', otherRoutes }).http.map(({ name }: { name: string }) => name)).toEqual(['checkout-other-2', 'checkout', 'checkout-other-1']);
  });

  test('stand between several paths of the rollout, each of which is a route with weights', () => {
    const options = { paths: ['/a', '/a/b/c'], otherRoutes: [{ ...help, path: '/a/b' }] };
    expect(specOf(options).http).toEqual([
      { name: 'checkout-path-2', match: [{ uri: { exact: '/a/b/c' } }, { uri: { prefix: '/a/b/c/' } }], route: split },
      { name: 'checkout-other-1', match: [{ uri: { exact: '/a/b' } }, { uri: { prefix: '/a/b/' } }], ...elsewhere },
      { name: 'checkout', match: [{ uri: { exact: '/a' } }, { uri: { prefix: '/a/' } }], route: split },
    ]);
    expect(istioOf(options)).toEqual({ virtualService: { name: 'checkout', routes: ['checkout', 'checkout-path-2'] } });
  });

  test('are told of where a step adds a route for headers, which comes before them', () => {
    const steps = [
      Step.scale({ replicas: 1 }), Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] }), Step.weight(20), Step.approval(),
    ];
    const { words } = synthesize(chart => checkout(chart, { traffic: new IstioTraffic({ hosts, gateway, otherRoutes: [help] }), steps }));
    expect(words).toContain('takes every request with its headers to the hosts of VirtualService checkout, also those of its 1 other route checkout-other-1');
  });

  test('fails when they are that of the rollout', () => {
    expect(failing({ path: '/help/', otherRoutes: [help] })).toThrow(new Error('IstioTraffic: otherRoutes[0].path: must be a path of its own, got "/help" again; drop it'));
  });
});

describe('connections', () => {
  test('of TLS are split unread, by their hosts', () => {
    expect(specOf({ tlsPort: 443 })).toEqual({ hosts, gateways: ['public'], tls: [{ match: [{ port: 443, sniHosts: hosts }], route: split }] });
    expect(istioOf({ tlsPort: 443 })).toEqual({ virtualService: { name: 'checkout', tlsRoutes: [{ port: 443, sniHosts: hosts }] } });
  });

  test('of any protocol are split by their port', () => {
    expect(specOf({ tcpPort: 5432 })).toEqual({ hosts, gateways: ['public'], tcp: [{ match: [{ port: 5432 }], route: split }] });
    expect(istioOf({ tcpPort: 5432 })).toEqual({ virtualService: { name: 'checkout', tcpRoutes: [{ port: 5432 }] } });
  });

  test('can be told apart by subsets', () => {
    const { tcp } = specOf({ tcpPort: 5432, subsets: true });
    expect(tcp[0].route.map(({ destination }: { destination: { subset: string } }) => destination.subset)).toEqual(['stable', 'canary']);
  });

  test.each<[string, Partial<IstioTrafficOptions>, string]>([
    ['tlsPort', { tlsPort: 443 }, '/spec/tls'], ['tcpPort', { tcpPort: 5432 }, '/spec/tcp'], ['neither', {}, '/spec/http'],
  ])('have weights that are the controller\'s: %s', (_, options, pointer) => {
    const pointers: string[] = [];
    synthesize(chart => pointers.push(...checkout(chart, { traffic: new IstioTraffic({ hosts, gateway, ...options }) }).ignoreDifferences
      .filter(({ kind }) => kind === 'VirtualService').flatMap(({ jsonPointers }) => jsonPointers ?? [])));
    expect(pointers).toEqual([pointer]);
  });

  test('fails with headers and mirrors, which are of requests', () => {
    const traffic = new IstioTraffic({ hosts, gateway, tlsPort: 443 });
    const steps = [
      Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] }),
      Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] }), Step.approval(),
    ];
    expect(findingsOf(chart => checkout(chart, { traffic, steps: [Step.weight(20), ...steps] })).filter(line => line.includes('does nothing'))).toEqual([
      '[test/checkout] steps[1]: a headers step does nothing behind istio, and nobody would notice; drop the step, or choose a router that can',
      '[test/checkout] steps[2]: a mirror step does nothing behind istio, and nobody would notice; drop the step, or choose a router that can',
    ]);
  });

  test('fails with an audience', () => {
    const ramp = Ramp.of([Stage.forAudience(Audience.header('x-internal').isExactly('true')), Stage.at(25)]);
    expect(findingsOf(chart => checkout(chart, { traffic: new IstioTraffic({ hosts, gateway, tlsPort: 443 }), ramp })).join())
      .toContain('[test/checkout] ramp.stages[0].audience: needs traffic that routes by headers');
  });

  test.each<[string, Partial<IstioTrafficOptions>, string]>([
    ['both kinds', { tlsPort: 443, tcpPort: 5432 }, 'tcpPort: cannot be combined with tlsPort; keep tlsPort where connections are of TLS, which tells their hosts'],
    ['a path', { tlsPort: 443, path: '/shop' }, 'path: cannot be combined with tlsPort: connections have no path that Istio could read; drop it, or tlsPort'],
    ['paths', { tcpPort: 5432, paths: ['/shop'] }, 'paths: cannot be combined with tcpPort: connections have no path that Istio could read; drop it, or tcpPort'],
    ['other paths', { tcpPort: 5432, otherRoutes: [] }, 'otherRoutes: cannot be combined with tcpPort: connections have no path that Istio could read; drop it, or tcpPort'],
    ['no port', { tlsPort: 0 }, 'tlsPort: must be a whole number from 1 to 65535, got 0; write a port such as 8080'],
  ])('fails with %s', (_, options, message) => {
    expect(failing(options)).toThrow(new Error(`IstioTraffic: ${message}`));
  });
});

test('Services that take turns are both destinations of the route', () => {
  const manifests = checkoutManifests({ traffic: new IstioTraffic({ hosts, gateway }), pingPong: true });
  const { canary } = named(manifests, 'Rollout', 'checkout').spec.strategy;
  const { pingService, pongService } = canary.pingPong;
  expect(canary).not.toHaveProperty('stableService');
  expect(named(manifests, 'VirtualService', 'checkout').spec.http[0].route.map(({ destination }: { destination: { host: string } }) => destination.host))
    .toEqual([pingService, pongService]);
});

test('fails on visitors to keep: Istio knows them among the pods of one destination alone', () => {
  expect(findingsOf(chart => checkout(chart, { traffic: new IstioTraffic({ hosts, gateway }), sessionAffinity: SessionAffinity.cookie() })))
    .toEqual([expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from istio/)]);
});
