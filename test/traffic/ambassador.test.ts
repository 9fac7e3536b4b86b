import { AmbassadorTraffic, Protocol, SessionAffinity, Step } from 'rolloutkit';
import type { AmbassadorTrafficOptions, CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, manifestsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com'];
const written = (options: Partial<AmbassadorTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}): Written[] =>
  checkoutManifests({ traffic: new AmbassadorTraffic({ hosts, ...options }), ...props });
const specOf = (options: Partial<AmbassadorTrafficOptions>, props?: Partial<CanaryRolloutProps>) => named(written(options, props), 'Mapping', 'checkout').spec;

describe('what is written', () => {
  test('is a Mapping to the stable Service, without a weight', () => {
    expect(checkoutCanary({ traffic: new AmbassadorTraffic({ hosts }) })).toMatchObject({
      stableService: 'checkout', canaryService: 'checkout-canary', trafficRouting: { ambassador: { mappings: ['checkout'] } },
    });
    const mapping = named(written(), 'Mapping', 'checkout');
    expect(mapping.apiVersion).toBe('getambassador.io/v2');
    expect(mapping.spec).toEqual({ host: 'shop.example.com', prefix: '/', rewrite: '', service: 'checkout.shop:8080' });
  });

  test('is a Mapping for each host', () => {
    const manifests = written({ hosts: ['a.example', '*.b.example'] });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting.ambassador.mappings).toEqual(['checkout', 'checkout-host-2']);
    expect(named(manifests, 'Mapping', 'checkout').spec.host).toBe('a.example');
    expect(named(manifests, 'Mapping', 'checkout-host-2').spec.host).toBe('*.b.example');
  });

  test.each([
    ['/shop', { prefix: '/shop(/.*)?', prefix_regex: true }],
    ['/v1.2/a+b', { prefix: '/v1\\.2/a\\+b(/.*)?', prefix_regex: true }],
    ['/shop/', { prefix: '/shop/' }],
  ])('below the path %s takes whole segments, and hands on all of the path', (path, prefix) => {
    expect(specOf({ path })).toEqual({ host: 'shop.example.com', ...prefix, rewrite: '', service: 'checkout.shop:8080' });
  });

  test('takes several paths by one expression', () => {
    expect(specOf({ paths: ['/a', '/b.c/'] })).toMatchObject({ prefix: '(/a(/.*)?|/b\\.c/.*)', prefix_regex: true });
  });

  test('has a resolver, WebSockets and gRPC', () => {
    expect(specOf({ resolver: 'endpoint', websocket: true }, { protocol: Protocol.grpc() }))
      .toMatchObject({ resolver: 'endpoint', allow_upgrade: ['websocket'], grpc: true });
  });

  test('names no namespace where the chart has none', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { traffic: new AmbassadorTraffic({ hosts }) }); }, {});
    expect(named(manifests, 'Mapping', 'checkout').spec.service).toBe('checkout:8080');
  });

  test('is nothing that the controller changes: it has a Mapping of its own', () => {
    const kinds: string[] = [];
    synthesize(chart => kinds.push(...checkout(chart, { traffic: new AmbassadorTraffic({ hosts }) }).ignoreDifferences.map(({ kind }) => kind)));
    expect(kinds).not.toContain('Mapping');
  });
});

test('Mappings that exist are used, and nothing is written', () => {
  const traffic = AmbassadorTraffic.existing('shop', { otherMappings: ['shop-internal'] });
  expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ ambassador: { mappings: ['shop', 'shop-internal'] } });
  expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
});

describe('impossible routes', () => {
  const long = 'a'.repeat(246);
  test.each<[string, () => unknown, string]>([
    ['a resolver that is no name', () => new AmbassadorTraffic({ hosts, resolver: '' }),
      'AmbassadorTraffic: resolver: must be the name of an object, got ""; write its metadata.name'],
    ['a regular expression for a path', () => new AmbassadorTraffic({ hosts, path: '/shop|/cart' }),
      'AmbassadorTraffic: path: must be a path without spaces, wildcards and queries, beginning with a slash, got "/shop|/cart"; '
      + 'write the part that all of the requests have in common, such as "/shop"'],
    ['a Mapping named twice', () => AmbassadorTraffic.existing('shop', { otherMappings: ['shop'] }),
      'AmbassadorTraffic.existing: otherMappings[0]: must be another Mapping, got "shop" again; drop it'],
    ['the name that the canary\'s Mapping gets', () => AmbassadorTraffic.existing('shop', { otherMappings: ['shop-canary'] }),
      'AmbassadorTraffic.existing: otherMappings[0]: must not be "shop-canary", under which the controller writes the canary\'s Mapping beside "shop", '
      + 'and deletes it; rename it'],
    ['names that are one when they are cut', () => AmbassadorTraffic.existing(`${long}1`, { otherMappings: [`${long}2`] }),
      `AmbassadorTraffic.existing: otherMappings[0]: must differ from "${long}1" in its first 246 characters, which are all that the canary's Mapping keeps of a name; `
      + 'rename one of them'],
    ['a Mapping that is no name', () => AmbassadorTraffic.existing('Shop'),
      'AmbassadorTraffic.existing: mappingName: must be the name of an object, got "Shop"; write its metadata.name'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test('fails once on a step with headers', () => {
    const internal = Step.headers({ route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] });
    expect(findingsOf(chart => checkout(chart, { traffic: new AmbassadorTraffic({ hosts }), steps: [Step.weight(20), internal, Step.approval()] })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] steps\[1\]: needs a router that can do it .*got ambassador/)]);
  });

  test('fails on visitors to keep', () => {
    expect(findingsOf(chart => checkout(chart, { traffic: new AmbassadorTraffic({ hosts }), sessionAffinity: SessionAffinity.cookie() })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from ambassador/)]);
  });
});
