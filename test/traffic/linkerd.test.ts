import { LinkerdTraffic, Protocol, SessionAffinity, Step } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named } from '../render';

const plugin = 'argoproj-labs/gatewayAPI';
const weighted = [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }];

test('a route hangs on the Service of the stable version, and splits what is asked of it', () => {
  const traffic = new LinkerdTraffic();
  expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ plugins: { [plugin]: { httpRoute: 'checkout', namespace: 'shop' } } });
  const { apiVersion, spec } = named(checkoutManifests({ traffic }), 'HTTPRoute', 'checkout');
  expect({ apiVersion, spec }).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    spec: { parentRefs: [{ group: 'core', kind: 'Service', name: 'checkout', port: 8080 }], rules: [{ backendRefs: weighted }] },
  });
});

test('or on the Service that callers know', () => {
  const { spec } = named(checkoutManifests({ traffic: new LinkerdTraffic({ serviceName: 'shop', path: '/cart' }) }), 'HTTPRoute', 'checkout');
  expect(spec.parentRefs).toEqual([{ group: 'core', kind: 'Service', name: 'shop', port: 8080 }]);
  expect(spec.rules[0].matches).toEqual([{ path: { type: 'PathPrefix', value: '/cart' } }]);
});

test('calls of gRPC have a GRPCRoute', () => {
  const manifests = checkoutManifests({ traffic: new LinkerdTraffic({ grpcServices: ['shop.v1.Cart'] }), protocol: Protocol.grpc() });
  expect(named(manifests, 'GRPCRoute', 'checkout').spec.rules).toEqual([{ matches: [{ method: { service: 'shop.v1.Cart' } }], backendRefs: weighted }]);
});

test('routes that exist take header routes too', () => {
  const steps = [Step.weight(20), Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] }), Step.approval()];
  expect(checkoutCanary({ traffic: LinkerdTraffic.existing('shop', { others: ['shop-api'] }), steps }).trafficRouting.plugins[plugin]).toEqual({
    httpRoutes: [{ name: 'shop', useHeaderRoutes: true }, { name: 'shop-api', useHeaderRoutes: true }], namespace: 'shop',
  });
});

test('fails to keep visitors', () => {
  expect(findingsOf(chart => checkout(chart, { traffic: new LinkerdTraffic(), sessionAffinity: SessionAffinity.cookie() }))).toEqual([
    expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from linkerd/),
  ]);
});

test.each<[string, () => unknown, string]>([
  ['a Service that is no name', () => new LinkerdTraffic({ serviceName: 'shop.mesh/a' }), 'LinkerdTraffic: serviceName: must be the name of an object, got "shop.mesh/a"; write its metadata.name'],
  ['a path and paths', () => new LinkerdTraffic({ path: '/a', paths: ['/b'] }), 'LinkerdTraffic: paths: cannot be combined with path; name all of them in paths'],
  ['a route twice', () => LinkerdTraffic.existing('shop', { others: ['shop'] }), 'LinkerdTraffic.existing: others[0]: must be another route, got "shop" again; drop it'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
