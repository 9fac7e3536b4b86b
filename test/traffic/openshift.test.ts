import { Duration } from 'cdk8s';
import { OpenShiftTermination, OpenShiftTraffic, SessionAffinity, Step } from 'rolloutkit';
import type { CanaryRolloutProps, OpenShiftTrafficOptions } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named } from '../render';

const plugin = 'argoproj-labs/openshift';
const host = 'shop.example.com';
const route = (options: Partial<OpenShiftTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}) =>
  named(checkoutManifests({ traffic: new OpenShiftTraffic({ host, ...options }), ...props }), 'Route', 'checkout');
const said = (options: Partial<OpenShiftTrafficOptions>, props: Partial<CanaryRolloutProps>) =>
  findingsOf(chart => checkout(chart, { traffic: new OpenShiftTraffic({ host, ...options }), ...props }));

test('a Route leads to the stable Service, and the plugin adds the canary', () => {
  expect(checkoutCanary({ traffic: new OpenShiftTraffic({ host }) }).trafficRouting).toEqual({ plugins: { [plugin]: { routes: ['checkout'] } } });
  expect(route().spec).toEqual({ host, to: { kind: 'Service', name: 'checkout', weight: 100 } });
});

test('it has a path, a port, TLS and annotations', () => {
  const { metadata, spec } = route({
    path: '/shop', portName: 'http', termination: OpenShiftTermination.EDGE, redirectToTls: true, annotations: { 'haproxy.router.openshift.io/timeout': '5s' },
  });
  expect(metadata.annotations).toEqual({ 'haproxy.router.openshift.io/timeout': '5s' });
  expect(spec).toMatchObject({ path: '/shop', port: { targetPort: 'http' }, tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' } });
});

test('it takes the hosts beside its own', () => {
  expect(route({ subdomains: true }).spec.wildcardPolicy).toBe('Subdomain');
});

test('Routes that exist are used', () => {
  const traffic = OpenShiftTraffic.existing('shop', { others: ['shop-internal'] });
  expect(checkoutCanary({ traffic }).trafficRouting.plugins[plugin]).toEqual({ routes: ['shop', 'shop-internal'] });
  expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
});

describe('visitors', () => {
  test('are kept by the router, by a cookie that can have a name', () => {
    expect(route({}, { sessionAffinity: SessionAffinity.cookie({ name: 'shop-version' }) }).metadata.annotations).toEqual({ 'router.openshift.io/cookie_name': 'shop-version' });
    expect(route({}, { sessionAffinity: SessionAffinity.cookie() }).metadata).not.toHaveProperty('annotations');
  });

  test('fail to be kept where the router sees no requests, or for a time', () => {
    expect(said({ termination: OpenShiftTermination.PASSTHROUGH }, { sessionAffinity: SessionAffinity.cookie() })).toEqual([
      expect.stringContaining('sessionAffinity: cannot be had from openshift'),
    ]);
    expect(said({}, { sessionAffinity: SessionAffinity.cookie({ maxAge: Duration.hours(1) }) })).toEqual([
      '[test/checkout] sessionAffinity: cannot end after a time behind openshift, whose cookies last as long as the browser is open; leave the time out',
    ]);
  });
});

test('fails with header steps, which the plugin does not know', () => {
  const step = Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] });
  expect(said({}, { steps: [Step.weight(20), step, Step.approval()] })).toEqual([expect.stringContaining('steps[1]: a headers step does nothing behind openshift')]);
});

test.each<[string, () => unknown, string]>([
  ['a wildcard', () => new OpenShiftTraffic({ host: '*.example.com' }), 'OpenShiftTraffic: host: must be a name without *, got "*.example.com"; write a host below it and subdomains: true, such as "www.example.com"'],
  ['a path that nobody sees', () => new OpenShiftTraffic({ host, path: '/shop', termination: OpenShiftTermination.PASSTHROUGH }), 'OpenShiftTraffic: path: cannot be combined with passthrough, where the router sees no paths, got "/shop"; leave it out, or end TLS at the router'],
  ['a path of every host', () => new OpenShiftTraffic({ host, path: '/shop', subdomains: true }), 'OpenShiftTraffic: path: cannot be combined with subdomains, got "/shop"; leave one of them out'],
  ['a redirect to TLS that is not there', () => new OpenShiftTraffic({ host, redirectToTls: true }), 'OpenShiftTraffic: redirectToTls: needs a termination, without which there is no TLS; write for example termination: OpenShiftTermination.EDGE'],
  ['a number as the name of a port', () => new OpenShiftTraffic({ host, portName: '8080' }), 'OpenShiftTraffic: portName: must be the name of a port, got "8080"; write the name of the port of the Services'],
  ['a Route of another namespace', () => OpenShiftTraffic.existing('edge/shop'), 'OpenShiftTraffic.existing: routeName: must be the name of an object, got "edge/shop"; write its metadata.name'],
])('fails on %s', (_, build, message) => {
  expect(build).toThrow(new Error(message));
});
