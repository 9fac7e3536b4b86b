import { GatewayRouteKind, KongTraffic, SessionAffinity } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named } from '../render';

const plugin = 'argoproj-labs/gatewayAPI';
const hosts = ['shop.example.com'];
const gateway = 'kong';

test('a route of the Gateway API carries what Kong alone knows', () => {
  const traffic = new KongTraffic({ hosts, gateway, path: '/shop', stripPath: true, preserveHost: false, annotations: { 'konghq.com/plugins': 'limits' } });
  expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ plugins: { [plugin]: { httpRoute: 'checkout', namespace: 'shop' } } });
  const { metadata, spec } = named(checkoutManifests({ traffic }), 'HTTPRoute', 'checkout');
  expect(metadata.annotations).toEqual({ 'konghq.com/plugins': 'limits', 'konghq.com/strip-path': 'true', 'konghq.com/preserve-host': 'false' });
  expect(spec).toEqual({
    parentRefs: [{ name: 'kong' }],
    hostnames: hosts,
    rules: [{
      matches: [{ path: { type: 'PathPrefix', value: '/shop' } }],
      backendRefs: [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }],
    }],
  });
});

test('says nothing of what is left to Kong', () => {
  expect(named(checkoutManifests({ traffic: new KongTraffic({ hosts, gateway }) }), 'HTTPRoute', 'checkout').metadata).not.toHaveProperty('annotations');
});

test('routes that exist are used', () => {
  const traffic = KongTraffic.existing('shop', { kind: GatewayRouteKind.TCP });
  expect(checkoutCanary({ traffic }).trafficRouting.plugins[plugin]).toEqual({ tcpRoute: 'shop', namespace: 'shop' });
});

test('fails to keep visitors', () => {
  expect(findingsOf(chart => checkout(chart, { traffic: new KongTraffic({ hosts, gateway }), sessionAffinity: SessionAffinity.cookie() }))).toEqual([
    expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from kong/),
  ]);
});

test.each<[string, () => unknown, string]>([
  ['no host', () => new KongTraffic({ hosts: [], gateway }), 'KongTraffic: hosts: must name at least one host; write for example ["shop.example.com"]'],
  ['an annotation that a property writes', () => new KongTraffic({ hosts, gateway, stripPath: true, annotations: { 'konghq.com/strip-path': 'false' } }), 'KongTraffic: annotations["konghq.com/strip-path"]: cannot be combined with the property that writes it; drop the annotation'],
  ['a route that is no name', () => KongTraffic.existing('a/b'), 'KongTraffic.existing: routeName: must be the name of an object, got "a/b"; write its metadata.name'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
