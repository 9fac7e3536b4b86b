import { Duration } from 'cdk8s';
import { ContourTraffic, ExperimentVersion, Protocol, SessionAffinity, Step } from 'rolloutkit';
import type { CanaryRolloutProps, ContourTrafficOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named } from '../render';

const plugin = 'argoproj-labs/contour';
const host = 'shop.example.com';
const services = [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }];
const proxy = (options: Partial<ContourTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}) =>
  named(checkoutManifests({ traffic: new ContourTraffic({ host, ...options }), ...props }), 'HTTPProxy', 'checkout');
const said = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => checkout(chart, { traffic: new ContourTraffic({ host }), ...props }));

test('an HTTPProxy leads to both Services, by weights that are 100 together', () => {
  expect(checkoutCanary({ traffic: new ContourTraffic({ host }) }).trafficRouting).toEqual({ plugins: { [plugin]: { httpProxies: ['checkout'] } } });
  expect(proxy().spec).toEqual({ virtualhost: { fqdn: host }, routes: [{ conditions: [{ prefix: '/' }], services }] });
});

test('it has a certificate, a class and annotations', () => {
  const { metadata, spec } = proxy({ host: '*.example.com', tlsSecret: 'shop-tls', ingressClass: 'edge', annotations: { 'example.com/owner': 'shop' } });
  expect(metadata.annotations).toEqual({ 'example.com/owner': 'shop' });
  expect(spec).toMatchObject({ ingressClassName: 'edge', virtualhost: { fqdn: '*.example.com', tls: { secretName: 'shop-tls' } } });
});

test('paths take whole segments, and others lead to other Services', () => {
  expect(proxy({ paths: ['/cart', '/pay/'], otherRoutes: [{ path: '/static/', serviceName: 'assets', portNumber: 80 }] }).spec.routes).toEqual([
    { conditions: [{ exact: '/cart' }], services },
    { conditions: [{ prefix: '/cart/' }], services },
    { conditions: [{ prefix: '/pay/' }], services },
    { conditions: [{ prefix: '/static/' }], services: [{ name: 'assets', port: 80 }] },
  ]);
});

test('gRPC needs HTTP/2 to the pods', () => {
  expect(proxy({}, { protocol: Protocol.grpc() }).spec.routes[0].services).toEqual(services.map(service => ({ ...service, protocol: 'h2c' })));
});

test('proxies that exist are used', () => {
  const traffic = ContourTraffic.existing('shop', { others: ['shop-internal'] });
  expect(checkoutCanary({ traffic }).trafficRouting.plugins[plugin]).toEqual({ httpProxies: ['shop', 'shop-internal'] });
  expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
});

describe('fails with what the plugin does not do', () => {
  const matches = [{ header: 'x-internal', value: { exact: 'true' } }];
  test.each<[string, Step, string]>([
    ['header steps', Step.headers({ route: 'internal', matches }), 'steps[1]: a headers step does nothing behind contour'],
    ['mirror steps', Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] }), 'steps[1]: a mirror step does nothing behind contour'],
    [
      'shares of experiments',
      Step.experiment({ duration: Duration.minutes(5), variants: [{ name: 'next', version: ExperimentVersion.CANARY, weight: 5 }] }),
      'steps[1].variants[0].weight: does nothing behind contour',
    ],
  ])('%s', (_, step, message) => {
    expect(said({ steps: [Step.weight(20), step, Step.approval()] })).toEqual([expect.stringContaining(message)]);
  });

  test('visitors that stay', () => {
    expect(said({ sessionAffinity: SessionAffinity.cookie() })).toEqual([expect.stringContaining('sessionAffinity: cannot be had from contour')]);
  });

  test('two Services that take turns', () => {
    expect(said({ pingPong: true })).toEqual([expect.stringContaining('pingPong: needs a router that sends requests to Services in turn, and plugin argoproj-labs/contour')]);
  });
});

test.each<[string, () => unknown, string]>([
  ['a host that is none', () => new ContourTraffic({ host: 'http://shop' }), 'ContourTraffic: host: must be a host name, got "http://shop"; write it in lower case without http://, port or path, such as "shop.example.com"'],
  ['a Secret of another namespace', () => new ContourTraffic({ host, tlsSecret: 'edge/shop' }), 'ContourTraffic: tlsSecret: must be the name of an object, got "edge/shop"; write its metadata.name'],
  ['a port that is none', () => new ContourTraffic({ host, otherRoutes: [{ path: '/a', serviceName: 'a', portNumber: 0 }] }), 'ContourTraffic: otherRoutes[0].portNumber: must be a whole number from 1 to 65535, got 0; write a port such as 8080'],
  ['a proxy twice', () => ContourTraffic.existing('shop', { others: ['shop'] }), 'ContourTraffic.existing: others[0]: must be another HTTPProxy, got "shop" again; drop it'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
