import { ApisixTraffic, ContourTraffic, NginxTraffic, SkipperTraffic, TraefikTraffic } from 'rolloutkit';
import { flaggerRouting } from './flagger-router-cases';
import { supportOf } from '../../src/intent/flagger-support';
import type { FlaggerRouting } from '../../src/intent/router';
import type { Written } from '../render';

const hosts = ['shop.example.com'];
const [host] = hosts as [string];
const otherRoutes = [{ path: '/static', serviceName: 'assets', portNumber: 80 }];
const specOf = ({ manifests }: FlaggerRouting): Written => (manifests[0] as Written).spec;
/** What is said against it: how bad it is, the property and the beginning of the message. */
const words = ({ gaps = [] }: FlaggerRouting) => gaps.map(gap => `${gap.class ?? 'error'} ${gap.property}: ${gap.message}`);
const toService = (name: string, number: number) => ({ service: { name, port: { number } } });

describe('NginxTraffic with Flagger', () => {
  test('writes the Ingress to the Service that everybody calls, which the Canary follows', () => {
    const routing = flaggerRouting(new NginxTraffic({ hosts, path: '/shop', otherRoutes }), { service: 'shop' });
    expect(routing.references?.ingressRef?.name).toBe('checkout');
    expect(specOf(routing).rules).toEqual([
      { host, http: { paths: [{ path: '/shop', pathType: 'Prefix', backend: toService('shop', 8080) }] } },
      { host, http: { paths: [{ path: '/static', pathType: 'Prefix', backend: toService('assets', 80) }] } },
    ]);
  });

  test('keeps visitors by the annotations that Flagger copies for the canary, unless they say otherwise', () => {
    const annotations = { 'nginx.ingress.kubernetes.io/affinity-canary-behavior': 'legacy' };
    const sticky = flaggerRouting(new NginxTraffic({ hosts }), { affinity: { cookie: 'shop' } });
    expect((sticky.manifests[0] as Written).metadata.annotations).toEqual({ 'nginx.ingress.kubernetes.io/affinity': 'cookie', 'nginx.ingress.kubernetes.io/session-cookie-name': 'shop' });
    expect(supportOf(sticky).affinity).toBe('both');
    expect(supportOf(flaggerRouting(new NginxTraffic({ hosts, annotations }))).affinity).toBe('none');
    expect(supportOf(flaggerRouting(NginxTraffic.existing('shop'))).affinity).toBe('none');
  });

  test('fails on what is said of the Ingress of the canary, which Flagger writes', () => {
    expect(words(flaggerRouting(new NginxTraffic({ hosts, canarySettings: { 'canary-by-header': 'x' }, canaryAnnotations: { a: 'b' } })))).toEqual([
      expect.stringMatching(/^error traffic\.canaryAnnotations: cannot be told to Flagger/), expect.stringMatching(/^error traffic\.canarySettings: cannot be told to Flagger/),
    ]);
  });

  test('warns of what only Flagger itself can be told when it is started, and of finer weights', () => {
    expect(words(flaggerRouting(NginxTraffic.existing('shop', { annotationPrefix: 'custom.example', maxTrafficWeight: 1000 })))).toEqual([
      expect.stringMatching(/^risky traffic\.annotationPrefix: has to be what Flagger was started with as well/),
      'risky traffic.maxTrafficWeight: cannot be told to Flagger, whose weights are whole percents',
    ]);
  });

  test('fails on several Ingresses, of which Flagger follows one', () => {
    expect(words(flaggerRouting(NginxTraffic.existing('shop', { otherIngresses: ['api', 'admin'] })))).toEqual([
      expect.stringMatching(/^error traffic\.otherIngresses: must not be given, since Flagger follows one Ingress, got api, admin/),
    ]);
  });
});

describe('TraefikTraffic with Flagger', () => {
  test('writes an IngressRoute to the TraefikService that Flagger writes', () => {
    const routing = flaggerRouting(new TraefikTraffic({ hosts, middlewares: ['compress'], otherRoutes }), { service: 'shop' });
    expect(specOf(routing).routes).toEqual([
      { kind: 'Rule', match: 'Host(`shop.example.com`)', middlewares: [{ name: 'compress' }], services: [{ name: 'shop', kind: 'TraefikService', port: 8080 }] },
      { kind: 'Rule', match: expect.stringContaining('/static'), services: [{ name: 'assets', port: 80 }] },
    ]);
    expect(routing.elsewhere).toEqual([{ kind: 'TraefikService', name: 'shop' }]);
  });

  test('fails on gRPC, of which the TraefikService of Flagger says nothing', () => {
    expect(words(flaggerRouting(new TraefikTraffic({ hosts }), { protocol: 'grpc' }))).toEqual([expect.stringMatching(/^error protocol: cannot be gRPC behind Traefik for Flagger/)]);
  });
});

describe('ApisixTraffic with Flagger', () => {
  test('writes an ApisixRoute with one backend, as Flagger wants it', () => {
    const routing = flaggerRouting(new ApisixTraffic({ hosts, path: '/shop', websocket: true, otherRoutes }));
    expect(specOf(routing)).toEqual({
      ingressClassName: 'apisix',
      http: [
        { name: 'checkout', match: { hosts, paths: ['/shop', '/shop/*'] }, websocket: true, backends: [{ serviceName: 'checkout', servicePort: 8080 }] },
        { name: 'checkout-other-1', match: { hosts, paths: ['/static', '/static/*'] }, backends: [{ serviceName: 'assets', servicePort: 80 }] },
      ],
    });
  });

  test('says of all three Services that they speak gRPC', () => {
    const { manifests } = flaggerRouting(new ApisixTraffic({ hosts }), { protocol: 'grpc' });
    expect((manifests as Written[]).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ApisixRoute checkout', 'ApisixUpstream checkout', 'ApisixUpstream checkout-primary', 'ApisixUpstream checkout-canary',
    ]);
  });

  test('warns of a class that the route of Flagger does not have', () => {
    expect(words(flaggerRouting(new ApisixTraffic({ hosts, ingressClass: 'edge' })))).toEqual([
      expect.stringMatching(/^risky traffic\.ingressClass: has to be the default class of the cluster.*got edge$/),
    ]);
    expect(words(flaggerRouting(new ApisixTraffic({ hosts, ingressClass: 'apisix' })))).toEqual([]);
  });

  test('fails on several rules, of which Flagger follows one, and warns of one by name', () => {
    expect(words(flaggerRouting(ApisixTraffic.existing('shop', { rules: ['a', 'b'] })))).toEqual(['error traffic.rules: must be one rule, the only one that Flagger follows, got 2']);
    expect(words(flaggerRouting(ApisixTraffic.existing('shop', { rules: ['a'] })))).toEqual(['risky traffic.rules: cannot be told to Flagger, which follows the first rule that leads to checkout']);
  });
});

describe('ContourTraffic with Flagger', () => {
  const route = { conditions: [{ prefix: '/static/' }], services: [{ name: 'assets', port: 80 }] };

  test('writes the HTTPProxy of the host, which includes that of Flagger', () => {
    const routing = flaggerRouting(new ContourTraffic({ host, tlsSecret: 'shop-tls', otherRoutes }), { service: 'shop' });
    expect((routing.manifests[0] as Written).metadata.name).toBe('shop-root');
    expect(specOf(routing)).toEqual({
      virtualhost: { fqdn: host, tls: { secretName: 'shop-tls' } },
      includes: [{ name: 'shop', conditions: [{ prefix: '/' }] }],
      routes: [{ ...route, conditions: [{ exact: '/static' }] }, route],
    });
    expect(routing.service).toEqual({});
  });

  test('includes it at each path that ends with a slash', () => {
    const routing = flaggerRouting(new ContourTraffic({ host, paths: ['/cart/', '/pay/'] }));
    expect(specOf(routing).includes).toEqual([{ name: 'checkout', conditions: [{ prefix: '/cart/' }] }, { name: 'checkout', conditions: [{ prefix: '/pay/' }] }]);
    expect(words(routing)).toEqual([]);
  });

  test('tells Flagger of a path that ends anywhere, and warns of what it takes as well', () => {
    const routing = flaggerRouting(new ContourTraffic({ host, path: '/pay' }));
    expect(routing.service).toEqual({ match: [{ uri: { prefix: '/pay' } }] });
    expect(specOf(routing).includes).toEqual([{ name: 'checkout', conditions: [{ prefix: '/' }] }]);
    expect(words(routing)).toEqual([expect.stringMatching(/^risky traffic\.path: takes every path that begins so, such as \/pays/)]);
  });

  test('fails on several paths of which one does not end with a slash', () => {
    expect(words(flaggerRouting(new ContourTraffic({ host, paths: ['/cart/', '/pay'] })))).toEqual([expect.stringMatching(/^error traffic\.paths\[1\]: must end with a slash.*got \/pay$/)]);
  });

  test('says by the Services that the pods speak gRPC', () => {
    expect(flaggerRouting(new ContourTraffic({ host }), { protocol: 'grpc' }).service).toEqual({ appProtocol: 'kubernetes.io/h2c' });
  });

  test('warns of a class that Flagger has to be started with', () => {
    expect(words(flaggerRouting(new ContourTraffic({ host, ingressClass: 'edge' })))).toEqual([expect.stringMatching(/^risky traffic\.ingressClass: has to be what Flagger was started with as well/)]);
  });

  test('fails on an HTTPProxy that is called as the one of Flagger, and says of others what they have to include', () => {
    expect(words(flaggerRouting(ContourTraffic.existing('checkout')))).toEqual([expect.stringMatching(/^error traffic: must be an HTTPProxy of another name/)]);
    expect(words(flaggerRouting(ContourTraffic.existing('shop')))).toEqual([expect.stringMatching(/^advice traffic: has to include the HTTPProxy checkout/)]);
  });
});

describe('SkipperTraffic with Flagger', () => {
  test('writes an Ingress that has an annotation, without which Flagger breaks', () => {
    const routing = flaggerRouting(new SkipperTraffic({ hosts, path: '/shop', otherRoutes, annotations: { 'zalando.org/skipper-filter': 'compress()' } }));
    const { metadata, spec } = routing.manifests[0] as Written;
    expect(metadata.annotations).toEqual({ 'kubernetes.io/ingress.class': 'skipper', 'zalando.org/skipper-filter': 'compress()' });
    expect(spec).toEqual({
      rules: [{
        host,
        http: {
          paths: [
            { path: '/shop', pathType: 'Prefix', backend: toService('checkout', 8080) }, { path: '/static', pathType: 'Prefix', backend: toService('assets', 80) },
          ],
        },
      }],
    });
  });

  test('fails on gRPC', () => {
    expect(words(flaggerRouting(new SkipperTraffic({ hosts }), { protocol: 'grpc' }))).toEqual([expect.stringMatching(/^error protocol: cannot be gRPC behind Skipper/)]);
  });

  test.each<[string, () => unknown, string]>([
    ['no host', () => new SkipperTraffic({ hosts: [] }), 'SkipperTraffic: hosts: must name at least one host'],
    ['a path without a slash', () => new SkipperTraffic({ hosts, path: 'shop' }), 'SkipperTraffic: path: must begin with a slash'],
    ['weights that Flagger writes', () => new SkipperTraffic({ hosts, annotations: { 'zalando.org/backend-weights': '{}' } }), 'annotations["zalando.org/backend-weights"]: is written by Flagger, as the ramp says; drop it'],
    ['the class as an annotation', () => new SkipperTraffic({ hosts, annotations: { 'kubernetes.io/ingress.class': 'edge' } }), 'annotations["kubernetes.io/ingress.class"]: is written as ingressClass says; write ingressClass'],
    ['an Ingress that is no name', () => SkipperTraffic.existing('Shop'), 'SkipperTraffic.existing: ingressName: must be the name of an object, got "Shop"'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
