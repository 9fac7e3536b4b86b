import { GatewayApiTraffic, GlooTraffic, IstioTraffic, KnativeTraffic, KumaTraffic, LinkerdTraffic } from 'rolloutkit';
import { flaggerRouting } from './flagger-router-cases';
import { supportOf } from '../../src/intent/flagger-support';
import type { FlaggerRouting } from '../../src/intent/router';
import { checkout, expectRight, findingsOf } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com'];
const gateway = 'public';
const otherRoutes = [{ path: '/static', serviceName: 'assets', portNumber: 80 }];
const words = ({ gaps = [] }: FlaggerRouting) => gaps.map(gap => `${gap.class ?? 'error'} ${gap.property}: ${gap.message}`);

describe('GatewayApiTraffic with Flagger', () => {
  test('tells Flagger of Gateways, hosts, paths and annotations', () => {
    const traffic = new GatewayApiTraffic({
      hosts, gateway, gatewayNamespace: 'edge', listener: 'https', otherGateways: [{ gateway: 'internal' }], paths: ['/cart', '/pay'], annotations: { 'example.com/owner': 'shop' },
    });
    expect(flaggerRouting(traffic)).toMatchObject({
      service: {
        gatewayRefs: [{ name: 'public', namespace: 'edge', sectionName: 'https' }, { name: 'internal' }],
        hosts,
        match: [{ uri: { prefix: '/cart' } }, { uri: { prefix: '/pay' } }],
        apex: { annotations: { 'example.com/owner': 'shop' } },
      },
      manifests: [],
      elsewhere: [{ kind: 'Gateway', name: 'public' }, { kind: 'Gateway', name: 'internal' }],
    });
  });

  test('always gives a path, without which Flagger would set the weights back at each check', () => {
    expect(flaggerRouting(new GatewayApiTraffic({ hosts, gateway })).service?.match).toEqual([{ uri: { prefix: '/' } }]);
  });

  test('writes a route of its own for paths that lead elsewhere, under another name', () => {
    const { manifests } = flaggerRouting(new GatewayApiTraffic({ hosts, gateway, otherRoutes }), { service: 'shop' });
    expectRight(manifests);
    expect((manifests as Written[]).map(({ kind, metadata, spec }) => ({ kind, name: metadata.name, spec }))).toEqual([{
      kind: 'HTTPRoute',
      name: 'shop-others',
      spec: {
        parentRefs: [{ name: 'public' }],
        hostnames: hosts,
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/static' } }], backendRefs: [{ name: 'assets', port: 80 }] }],
      },
    }]);
  });

  test('fails on another namespace, on gRPC and on connections, for which Flagger has no route', () => {
    expect(words(flaggerRouting(new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'edge' })))).toEqual([
      'error traffic.routeNamespace: must be the namespace of the rollout, where Flagger writes the HTTPRoute, got edge',
    ]);
    expect(words(flaggerRouting(new GatewayApiTraffic({ hosts, gateway }), { protocol: 'grpc' }))).toEqual([expect.stringMatching(/^error protocol: cannot be gRPC/)]);
    expect(words(flaggerRouting(new GatewayApiTraffic({ hosts, gateway, grpcServices: ['shop.v1.Checkout'] })))).toEqual([expect.stringMatching(/^error traffic\.grpcServices: /)]);
    expect(words(flaggerRouting(GatewayApiTraffic.tcp({ gateway })))).toEqual(['error traffic: cannot be connections for Flagger, which writes an HTTPRoute and no TCPRoute']);
    expect(words(flaggerRouting(GatewayApiTraffic.tls({ hosts, gateway })))).toEqual(['error traffic: cannot be connections for Flagger, which writes an HTTPRoute and no TLSRoute']);
  });

  test('lets Flagger write the version before the stable one, of everything', () => {
    const routing = flaggerRouting(new GatewayApiTraffic({ hosts, gateway, otherRoutes, routeVersion: 'v1beta1' }));
    expect(routing.provider).toBe('gatewayapi:v1beta1');
    expect(routing.manifests).toMatchObject([{ apiVersion: 'gateway.networking.k8s.io/v1beta1' }]);
    expect(supportOf(routing).affinity).toBe('canary');
    expect(findingsOf(chart => { checkout(chart, { traffic: new GatewayApiTraffic({ hosts, gateway, routeVersion: 'v1beta1' }) }); })).toEqual([
      expect.stringMatching(/^\[test\/checkout\] traffic\.routeVersion: must be v1, the only one that Argo Rollouts reads, got v1beta1; /),
    ]);
    expect(() => new GatewayApiTraffic({ hosts, gateway, routeVersion: 'v2' })).toThrow('GatewayApiTraffic: routeVersion: must be one of v1, v1beta1, got "v2"');
  });

  test('takes the namespace of the rollout by its name', () => {
    expect(words(flaggerRouting(new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'shop' })))).toEqual([]);
  });
});

test('LinkerdTraffic hangs the route of Flagger on the Service that is called', () => {
  expect(flaggerRouting(new LinkerdTraffic({ path: '/shop' }), { service: 'shop' }).service).toEqual({
    gatewayRefs: [{ group: 'core', kind: 'Service', name: 'shop', port: 8080 }], match: [{ uri: { prefix: '/shop' } }],
  });
  expect(flaggerRouting(new LinkerdTraffic({ serviceName: 'front' })).service?.gatewayRefs).toEqual([{ group: 'core', kind: 'Service', name: 'front', port: 8080 }]);
});

describe('IstioTraffic with Flagger', () => {
  test('tells Flagger of hosts, Gateways and paths', () => {
    expect(flaggerRouting(new IstioTraffic({ hosts, gateways: ['public', 'mesh'], path: '/shop' })).service).toEqual({
      hosts, gateways: ['public', 'mesh'], match: [{ uri: { exact: '/shop' } }, { uri: { prefix: '/shop/' } }],
    });
    expect(flaggerRouting(new IstioTraffic({ hosts: ['checkout'] })).service).toEqual({ hosts: ['checkout'] });
  });

  test('writes a VirtualService for paths that lead elsewhere, which hands the rest over to that of Flagger', () => {
    const routing = flaggerRouting(new IstioTraffic({ hosts, gateway, path: '/shop', otherRoutes: [{ ...otherRoutes[0]!, path: '/' }] }), { service: 'shop' });
    expectRight(routing.manifests);
    expect(routing.service).toEqual({ delegation: true });
    expect(routing.manifests).toMatchObject([{
      metadata: { name: 'shop-root' },
      spec: {
        hosts,
        gateways: ['public'],
        http: [
          { match: [{ uri: { exact: '/shop' } }, { uri: { prefix: '/shop/' } }], delegate: { name: 'shop' } },
          { match: [{ uri: { prefix: '/' } }], route: [{ destination: { host: 'assets', port: { number: 80 } } }] },
        ],
      },
    }]);
  });

  test('splits connections of TCP, and nothing of what is sent over them', () => {
    const routing = flaggerRouting(new IstioTraffic({ hosts, gateway, tcpPort: 5432 }));
    expect(routing.service).toEqual({ hosts, gateways: ['public'], appProtocol: 'tcp', match: [{ port: 5432 }] });
    expect(supportOf(routing)).toMatchObject({ weights: true, audience: [], mirrors: [], affinity: 'none' });
    expect(words(routing)).toEqual([]);
  });

  test('fails on TLS that passes unread, and warns of subsets', () => {
    expect(words(flaggerRouting(new IstioTraffic({ hosts, gateway, tlsPort: 443 })))).toEqual([expect.stringMatching(/^error traffic\.tlsPort: cannot be had from Flagger/)]);
    expect(words(flaggerRouting(new IstioTraffic({ hosts, subsets: true })))).toEqual(['risky traffic.subsets: does nothing: Flagger gives each version a Service of its own, and a DestinationRule']);
    expect(words(flaggerRouting(new IstioTraffic({ hosts, subsets: false })))).toEqual([]);
  });

  test('lets a VirtualService that exists hand requests over, and says what of it does nothing', () => {
    const routing = flaggerRouting(IstioTraffic.existing('shop.mesh', { routes: ['checkout'], destinationRule: { name: 'shop' } }));
    expect(routing.service).toEqual({ delegation: true });
    expect(routing.elsewhere).toEqual([{ kind: 'VirtualService', name: 'shop' }, { kind: 'VirtualService', name: 'checkout' }]);
    expect(words(routing)).toEqual([
      expect.stringMatching(/^advice traffic: has to delegate to the VirtualService checkout/),
      expect.stringMatching(/^risky traffic\.routes: does nothing/), expect.stringMatching(/^risky traffic\.destinationRule: does nothing/),
    ]);
  });

  test.each(['checkout', 'checkout.shop'])('fails on %s, which Flagger would write over', name => {
    expect(words(flaggerRouting(IstioTraffic.existing(name)))).toEqual([expect.stringMatching(/^error traffic: must be a VirtualService of another name/)]);
  });

  test('takes a VirtualService of that name in another namespace', () => {
    expect(words(flaggerRouting(IstioTraffic.existing('checkout.mesh')))).toEqual([expect.stringMatching(/^advice /)]);
  });
});

describe('GlooTraffic', () => {
  test('writes a VirtualService that hands over to the RouteTable of Flagger, and the Upstream that it takes settings from', () => {
    const traffic = new GlooTraffic({ hosts, paths: ['/', '/shop/cart'], otherRoutes, tlsSecret: 'shop-tls' });
    const routing = flaggerRouting(traffic, { service: 'shop', protocol: 'grpc' });
    const delegateAction = { ref: { name: 'shop', namespace: 'shop' } };
    expect(routing.references).toEqual({ upstreamRef: { apiVersion: 'gloo.solo.io/v1', kind: 'Upstream', name: 'checkout', namespace: 'shop' } });
    expect(routing.manifests).toMatchObject([{
      apiVersion: 'gateway.solo.io/v1',
      spec: {
        sslConfig: { secretRef: { name: 'shop-tls', namespace: 'shop' }, sniDomains: hosts },
        virtualHost: {
          domains: hosts,
          routes: [
            { matchers: [{ prefix: '/shop/cart' }], delegateAction },
            { matchers: [{ exact: '/static' }, { prefix: '/static/' }], routeAction: { single: { kube: { ref: { name: 'assets', namespace: 'shop' }, port: 80 } } } },
            { matchers: [{ prefix: '/' }], delegateAction },
          ],
        },
      },
    }, { apiVersion: 'gloo.solo.io/v1', spec: { useHttp2: true, kube: { serviceName: 'shop', serviceNamespace: 'shop', servicePort: 8080 } } }]);
  });

  test('takes settings from an Upstream that exists', () => {
    const routing = flaggerRouting(new GlooTraffic({ hosts, upstream: 'settings', upstreamNamespace: 'gloo-system' }));
    expect(routing.references?.upstreamRef).toMatchObject({ name: 'settings', namespace: 'gloo-system' });
    expect(routing.manifests).toHaveLength(1);
  });

  test('fails without a namespace, with which alone the objects find each other', () => {
    const message = 'error traffic: needs the namespace of the rollout, with which alone Gloo and Flagger find the objects of each other, got none';
    expect(words(flaggerRouting(new GlooTraffic({ hosts }), { namespace: undefined }))).toEqual([message]);
    expect(words(flaggerRouting(GlooTraffic.existing('shop', { upstream: 'settings' }), { namespace: undefined }))).toEqual([message]);
    expect(words(flaggerRouting(GlooTraffic.existing('shop'), { namespace: undefined }))).toEqual([]);
  });

  test.each<[string, () => unknown, string]>([
    ['no host', () => new GlooTraffic({ hosts: [] }), 'GlooTraffic: hosts: must name at least one host'],
    ['a path without a slash', () => new GlooTraffic({ hosts, path: 'shop' }), 'GlooTraffic: path: must begin with a slash'],
    ['an Upstream that is no name', () => new GlooTraffic({ hosts, upstream: 'Settings' }), 'GlooTraffic: upstream: must be the name of an object, got "Settings"'],
    ['the namespace of no Upstream', () => GlooTraffic.existing('shop', { upstreamNamespace: 'gloo-system' }), 'GlooTraffic.existing: upstreamNamespace: does nothing without upstream'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});

describe('KumaTraffic', () => {
  test('names the mesh, and what is spoken', () => {
    expect(flaggerRouting(new KumaTraffic({ mesh: 'shops' }))).toMatchObject({ annotations: { 'kuma.io/mesh': 'shops' }, service: { appProtocol: 'http' } });
    expect(flaggerRouting(new KumaTraffic(), { protocol: 'grpc' })).toMatchObject({ annotations: { 'kuma.io/mesh': 'default' }, service: { appProtocol: 'grpc' } });
  });

  test('fails on a mesh that is no name', () => {
    expect(() => new KumaTraffic({ mesh: 'Shops' })).toThrow('KumaTraffic: mesh: ');
  });
});

test('KnativeTraffic leaves to Flagger where the traffic of the Knative Service goes', () => {
  expect(flaggerRouting(new KnativeTraffic())).toMatchObject({
    provider: 'knative', controllerWrites: [{ group: 'serving.knative.dev', kind: 'Service', name: 'checkout', paths: [['spec', 'traffic'], ['metadata', 'annotations', 'flagger.app/primary-revision']] }],
  });
});
