import { GatewayApiTraffic, NginxTraffic, Step } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, manifestsOf, named } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const plugin = 'argoproj-labs/gatewayAPI';
const routing = (props: Partial<CanaryRolloutProps>) => named(checkoutManifests(props), 'Rollout', 'checkout').spec.strategy.canary.trafficRouting;
const kinds = (manifests: Written[]) => manifests.map(({ kind }) => kind);
const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
const headerSteps = [Step.scale({ percent: 25 }), Step.headers(internal), Step.weight(20), Step.headers({ route: 'internal' })];

describe('NginxTraffic', () => {
  test('writes an Ingress to the stable Service, and the controller does the rest', () => {
    const traffic = new NginxTraffic({ hosts, path: '/shop', ingressClass: 'edge', tlsSecret: 'shop-tls' });
    const backend = { service: { name: 'checkout', port: { number: 8080 } } };
    expect(routing({ traffic })).toEqual({ nginx: { stableIngress: 'checkout' } });
    expect(named(checkoutManifests({ traffic }), 'Ingress', 'checkout').spec).toEqual({
      ingressClassName: 'edge',
      rules: hosts.map(host => ({ host, http: { paths: [{ path: '/shop', pathType: 'Prefix', backend }] } })),
      tls: [{ hosts, secretName: 'shop-tls' }],
    });
  });

  test('takes every path of the class nginx, over plain HTTP, when nothing is said', () => {
    const { spec } = named(checkoutManifests({ traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) }), 'Ingress', 'checkout');
    expect(spec).toMatchObject({ ingressClassName: 'nginx', rules: [{ http: { paths: [{ path: '/' }] } }] });
    expect(spec).not.toHaveProperty('tls');
  });

  test('uses an Ingress that exists, and writes none', () => {
    const traffic = NginxTraffic.existing('shop');
    expect(routing({ traffic })).toEqual({ nginx: { stableIngress: 'shop' } });
    expect(kinds(checkoutManifests({ traffic }))).toEqual(['Rollout', 'Service', 'Service']);
  });
});

describe('GatewayApiTraffic', () => {
  test('writes an HTTPRoute to both Services, all of it to the stable one', () => {
    const traffic = new GatewayApiTraffic({ hosts, gateway: 'public', gatewayNamespace: 'edge', listener: 'https', path: '/shop' });
    expect(routing({ traffic })).toEqual({ plugins: { [plugin]: { httpRoute: 'checkout', namespace: 'shop' } } });
    expect(named(checkoutManifests({ traffic }), 'HTTPRoute', 'checkout').spec).toEqual({
      parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'https' }],
      hostnames: hosts,
      rules: [{
        matches: [{ path: { type: 'PathPrefix', value: '/shop' } }],
        backendRefs: [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }],
      }],
    });
  });

  test('leaves to the Gateway what is not said', () => {
    const { spec } = named(checkoutManifests({ traffic: new GatewayApiTraffic({ hosts, gateway: 'public' }) }), 'HTTPRoute', 'checkout');
    expect(spec.parentRefs).toEqual([{ name: 'public' }]);
    expect(spec.rules[0]).not.toHaveProperty('matches');
  });

  test('uses an HTTPRoute that exists, and writes none', () => {
    const traffic = GatewayApiTraffic.existing('shop');
    expect(routing({ traffic })).toEqual({ plugins: { [plugin]: { httpRoute: 'shop', namespace: 'shop' } } });
    expect(kinds(checkoutManifests({ traffic }))).toEqual(['Rollout', 'Service', 'Service']);
  });

  test('marks its route for header steps, and announces the routes they add', () => {
    const traffic = new GatewayApiTraffic({ hosts, gateway: 'public' });
    expect(routing({ traffic, steps: headerSteps })).toEqual({
      managedRoutes: [{ name: 'internal' }],
      plugins: { [plugin]: { httpRoutes: [{ name: 'checkout', useHeaderRoutes: true }], namespace: 'shop' } },
    });
  });

  test('writes a header step, and one that takes its route away again', () => {
    const traffic = GatewayApiTraffic.existing('shop');
    const { steps } = named(checkoutManifests({ traffic, steps: headerSteps }), 'Rollout', 'checkout').spec.strategy.canary;
    expect(steps).toEqual([
      { setCanaryScale: { weight: 25 } },
      { setHeaderRoute: { name: 'internal', match: [{ headerName: 'x-internal', headerValue: { exact: 'true' } }] } },
      { setWeight: 20 },
      { setHeaderRoute: { name: 'internal' } },
    ]);
  });

  test('in a chart without a namespace names none', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { traffic: GatewayApiTraffic.existing('shop') }); }, {});
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting.plugins[plugin]).toEqual({ httpRoute: 'shop' });
  });
});

describe('impossible routes fail at once', () => {
  const gateway = 'public';
  test.each<[string, () => unknown, string]>([
    ['no host', () => new NginxTraffic({ hosts: [] }), 'NginxTraffic: hosts: must name at least one host; write for example ["shop.example.com"]'],
    ['a host with a scheme', () => new NginxTraffic({ hosts: ['http://shop'] }), 'NginxTraffic: hosts[0]: must be a host name, got "http://shop"; write it in lower case without http://, port or path, such as "shop.example.com"'],
    ['a host with a port', () => new GatewayApiTraffic({ gateway, hosts: ['a.example', 'b.example:80'] }), 'GatewayApiTraffic: hosts[1]: must be a host name, got "b.example:80"; write it in lower case without http://, port or path, such as "shop.example.com"'],
    ['a host in capitals', () => new GatewayApiTraffic({ gateway, hosts: ['Shop.example'] }), 'GatewayApiTraffic: hosts[0]: must be a host name, got "Shop.example"; write it in lower case without http://, port or path, such as "shop.example.com"'],
    ['a path without a slash', () => new NginxTraffic({ hosts, path: 'shop' }), 'NginxTraffic: path: must begin with a slash, got "shop"; write "/shop"'],
    ['a Gateway that is no name', () => new GatewayApiTraffic({ hosts, gateway: '' }), 'GatewayApiTraffic: gateway: must be the name of an object, got ""; write its metadata.name'],
    ['an Ingress that is no name', () => NginxTraffic.existing('shop/checkout'), 'NginxTraffic.existing: ingressName: must be the name of an object, got "shop/checkout"; write its metadata.name'],
    ['an HTTPRoute that is no name', () => GatewayApiTraffic.existing('-x'), 'GatewayApiTraffic.existing: routeName: must be the name of an object, got "-x"; write its metadata.name'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test('fails when the pods have no port to send requests to', () => {
    expect(findingsOf(chart => checkout(chart, { containers: [{ image: 'shop:1' }], traffic: new NginxTraffic({ hosts }) }))).toEqual([
      '[test/checkout] containers[0].portNumber: must be given, since nginx sends requests to it, got none; write the port the container listens on, or leave traffic out',
    ]);
  });

  test('fails on a header step that the router cannot do', () => {
    expect(findingsOf(chart => checkout(chart, { steps: headerSteps.slice(0, 3), traffic: new NginxTraffic({ hosts }) }))).toEqual([expect.stringMatching(/^\[test\/checkout\] steps\[1\].*nginx/)]);
  });

  test('fails on a header step without a router', () => {
    expect(findingsOf(chart => checkout(chart, { steps: [Step.weight(20), Step.headers(internal)] }))).toEqual([expect.stringMatching(/^\[test\/checkout\] steps\[1\]/)]);
  });
});
