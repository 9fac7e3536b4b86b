import { ApiObject, Duration } from 'cdk8s';
import { Audience, ExperimentVersion, GatewayApiTraffic, GatewayRouteKind, Protocol, Ramp, SessionAffinity, Stage, Step } from 'rolloutkit';
import type { CanaryRolloutProps, GatewayApiTrafficOptions, ITrafficRouter } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, manifestsOf, named } from '../render';
import type { Written } from '../render';

const plugin = 'argoproj-labs/gatewayAPI';
const hosts = ['shop.example.com'];
const gateway = 'public';
const weighted = [{ name: 'checkout', port: 8080, weight: 100 }, { name: 'checkout-canary', port: 8080, weight: 0 }];
const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
const headerSteps = [Step.scale({ percent: 25 }), Step.headers(internal), Step.weight(20)];
const told = (props: Partial<CanaryRolloutProps>) => {
  const { plugins } = named(checkoutManifests(props), 'Rollout', 'checkout').spec.strategy.canary.trafficRouting;
  return plugins[plugin];
};
const route = (options: Partial<GatewayApiTrafficOptions>, props: Partial<CanaryRolloutProps> = {}, kind = 'HTTPRoute') =>
  named(checkoutManifests({ traffic: new GatewayApiTraffic({ hosts, gateway, ...options }), ...props }), kind, 'checkout');
const kinds = (manifests: Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const said = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => checkout(chart, props)).map(line => line.replace('[test/checkout] ', ''));

describe('an HTTPRoute that is written', () => {
  test('hangs on several Gateways and listeners', () => {
    const otherGateways = [{ gateway: 'public', gatewayNamespace: 'edge', listener: 'internal' }, { gateway: 'private' }];
    expect(route({ gatewayNamespace: 'edge', listener: 'https', otherGateways }).spec.parentRefs).toEqual([
      { name: 'public', namespace: 'edge', sectionName: 'https' }, { name: 'public', namespace: 'edge', sectionName: 'internal' }, { name: 'private' },
    ]);
  });

  test('splits several paths by one rule, and leaves others to other Services', () => {
    const { rules } = route({ paths: ['/cart', '/pay'], otherRoutes: [{ path: '/static', serviceName: 'assets', portNumber: 80 }] }).spec;
    expect(rules).toEqual([
      { matches: [{ path: { type: 'PathPrefix', value: '/cart' } }, { path: { type: 'PathPrefix', value: '/pay' } }], backendRefs: weighted },
      { matches: [{ path: { type: 'PathPrefix', value: '/static' } }], backendRefs: [{ name: 'assets', port: 80 }] },
    ]);
  });

  test('carries annotations', () => {
    expect(route({ annotations: { 'example.com/owner': 'shop' } }).metadata.annotations).toEqual({ 'example.com/owner': 'shop' });
  });

  test('in another namespace says where the Services are, which let it refer to them', () => {
    const manifests = checkoutManifests({
      traffic: new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'edge', otherRoutes: [{ path: '/static', serviceName: 'assets', portNumber: 80 }] }),
    });
    expect(kinds(manifests)).toEqual(['Rollout checkout', 'Service checkout', 'Service checkout-canary', 'HTTPRoute checkout', 'ReferenceGrant checkout']);
    const written = named(manifests, 'HTTPRoute', 'checkout');
    expect(written.metadata.namespace).toBe('edge');
    expect(written.spec.rules.map(({ backendRefs }: Written) => backendRefs)).toEqual([
      weighted.map(({ name, ...rest }) => ({ name, namespace: 'shop', ...rest })), [{ name: 'assets', namespace: 'shop', port: 80 }],
    ]);
    const grant = named(manifests, 'ReferenceGrant', 'checkout');
    expect(grant.metadata.namespace).toBe('shop');
    expect(grant.spec).toEqual({
      from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'edge' }],
      to: ['checkout', 'checkout-canary', 'assets'].map(name => ({ group: '', kind: 'Service', name })),
    });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting.plugins[plugin]).toEqual({ httpRoute: 'checkout', namespace: 'edge' });
  });

  test('in the namespace of the rollout needs no grant', () => {
    expect(kinds(checkoutManifests({ traffic: new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'shop' }) }))).toEqual([
      'Rollout checkout', 'Service checkout', 'Service checkout-canary', 'HTTPRoute checkout',
    ]);
  });
});

test('Services that take turns stand in the route by their own names', () => {
  const manifests = checkoutManifests({ traffic: new GatewayApiTraffic({ hosts, gateway }), pingPong: true });
  expect(named(manifests, 'HTTPRoute', 'checkout').spec.rules[0].backendRefs).toEqual([
    { name: 'checkout-ping', port: 8080, weight: 100 }, { name: 'checkout-pong', port: 8080, weight: 0 },
  ]);
});

describe('gRPC', () => {
  const protocol = Protocol.grpc();

  test('is split by a GRPCRoute', () => {
    expect(told({ protocol, traffic: new GatewayApiTraffic({ hosts, gateway }) })).toEqual({ grpcRoute: 'checkout', namespace: 'shop' });
    expect(route({}, { protocol }, 'GRPCRoute').spec).toEqual({ parentRefs: [{ name: 'public' }], hostnames: hosts, rules: [{ backendRefs: weighted }] });
  });

  test('is split by service', () => {
    expect(route({ grpcServices: ['shop.v1.Cart', 'shop.v1.Pay'] }, { protocol }, 'GRPCRoute').spec.rules).toEqual([
      { matches: [{ method: { service: 'shop.v1.Cart' } }, { method: { service: 'shop.v1.Pay' } }], backendRefs: weighted },
    ]);
  });

  test('routes by headers too', () => {
    expect(told({ protocol, traffic: new GatewayApiTraffic({ hosts, gateway }), steps: headerSteps })).toEqual({
      grpcRoutes: [{ name: 'checkout', useHeaderRoutes: true }], namespace: 'shop',
    });
  });

  test('fails with paths, and HTTP fails with services of gRPC', () => {
    expect(said({ protocol, traffic: new GatewayApiTraffic({ hosts, gateway, path: '/cart' }) })).toEqual([
      'traffic.path: cannot be written to a GRPCRoute, which knows calls by their service; name the services in grpcServices',
    ]);
    expect(said({ traffic: new GatewayApiTraffic({ hosts, gateway, grpcServices: ['shop.v1.Cart'] }) })).toEqual([
      'traffic.grpcServices: cannot be written to an HTTPRoute, which knows requests by their path; name the paths in paths, or say that the rollout speaks gRPC: protocol: Protocol.grpc()',
    ]);
  });
});

describe('connections', () => {
  test('over TCP are split by a TCPRoute, in the version that the plugin reads', () => {
    const traffic = GatewayApiTraffic.tcp({ gateway: 'public', listener: 'postgres' });
    expect(told({ traffic })).toEqual({ tcpRoute: 'checkout', namespace: 'shop' });
    const { apiVersion, spec } = named(checkoutManifests({ traffic }), 'TCPRoute', 'checkout');
    expect({ apiVersion, spec }).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1alpha2', spec: { parentRefs: [{ name: 'public', sectionName: 'postgres' }], rules: [{ backendRefs: weighted }] },
    });
  });

  test('over TLS are split by a TLSRoute, by the host that is asked for', () => {
    const traffic = GatewayApiTraffic.tls({ gateway: 'public', hosts });
    expect(told({ traffic })).toEqual({ tlsRoute: 'checkout', namespace: 'shop' });
    const { apiVersion, spec } = named(checkoutManifests({ traffic }), 'TLSRoute', 'checkout');
    expect({ apiVersion, spec }).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1alpha2', spec: { parentRefs: [{ name: 'public' }], hostnames: hosts, rules: [{ backendRefs: weighted }] },
    });
  });

  test('fail with header steps, of which they carry none', () => {
    expect(said({ traffic: GatewayApiTraffic.tcp({ gateway }), steps: headerSteps })).toEqual([
      'steps[1]: does nothing: connections have no headers; drop the step, or name an HTTPRoute (gateway-header-routes)',
    ]);
  });

  test('fail with shares of an experiment', () => {
    const experiment = Step.experiment({ duration: Duration.minutes(5), variants: [{ name: 'canary', version: ExperimentVersion.CANARY, weight: 5 }] });
    expect(said({ traffic: GatewayApiTraffic.tcp({ gateway }), steps: [Step.weight(20), experiment] })).toEqual([
      'steps[1].variants[0].weight: does nothing behind gatewayApi, which gives versions of an experiment no share of the requests, and nobody would notice; '
      + 'leave it out, and send the version requests of your own, or choose a router that can',
    ]);
  });
});

describe('routes that exist', () => {
  test('can be several, of a kind and in a namespace of their own', () => {
    const traffic = GatewayApiTraffic.existing('shop', { kind: GatewayRouteKind.TLS, routeNamespace: 'edge', others: ['shop-internal'] });
    expect(told({ traffic })).toEqual({ tlsRoutes: [{ name: 'shop' }, { name: 'shop-internal' }], namespace: 'edge' });
    expect(kinds(checkoutManifests({ traffic }))).toEqual(['Rollout checkout', 'Service checkout', 'Service checkout-canary']);
  });

  test('all take header routes', () => {
    expect(told({ traffic: GatewayApiTraffic.existing('shop', { others: ['shop-internal'] }), steps: headerSteps })).toEqual({
      httpRoutes: [{ name: 'shop', useHeaderRoutes: true }, { name: 'shop-internal', useHeaderRoutes: true }], namespace: 'shop',
    });
  });

  test('are those of gRPC where the rollout speaks it', () => {
    expect(told({ protocol: Protocol.grpc(), traffic: GatewayApiTraffic.existing('shop') })).toEqual({ grpcRoute: 'shop', namespace: 'shop' });
  });
});

describe('visitors', () => {
  const sessionAffinity = SessionAffinity.cookie({ name: 'shop-version', maxAge: Duration.hours(30) });

  test('are kept by a cookie of the rule', () => {
    expect(route({}, { sessionAffinity: SessionAffinity.cookie() }).spec.rules[0].sessionPersistence).toEqual({ type: 'Cookie' });
    expect(route({}, { sessionAffinity }).spec.rules[0].sessionPersistence).toEqual({
      type: 'Cookie', sessionName: 'shop-version', absoluteTimeout: '30h', cookieConfig: { lifetimeType: 'Permanent' },
    });
    expect(route({}, { sessionAffinity: SessionAffinity.cookie({ maxAge: Duration.seconds(3725) }) }).spec.rules[0].sessionPersistence.absoluteTimeout).toBe('1h2m5s');
  });

  test.each<[string, ITrafficRouter]>([
    ['a route that exists', GatewayApiTraffic.existing('shop')], ['connections', GatewayApiTraffic.tcp({ gateway })],
  ])('fails behind %s', (_, traffic) => {
    expect(said({ traffic, sessionAffinity })).toEqual([expect.stringMatching(/^sessionAffinity: cannot be had from gatewayApi as traffic is written/)]);
  });
});

describe('what the plugin cannot do', () => {
  test('fails with header routes of a route in another namespace', () => {
    expect(said({ traffic: new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'edge' }), steps: headerSteps })).toEqual([
      'traffic: must be the namespace of Rollout checkout where steps route by headers, since the plugin looks for the canary\'s Service beside the route, got edge; '
      + 'move the route to shop, or drop the header steps (gateway-header-routes)',
    ]);
  });

  test('fails with an audience of connections', () => {
    const ramp = Ramp.of([Stage.forAudience(Audience.header('x-internal').isExactly('true')), Stage.at(50)]);
    expect(said({ traffic: GatewayApiTraffic.tcp({ gateway }), ramp })).toEqual([
      'ramp.stages[0].audience: does nothing: connections have no headers; drop the step, or name an HTTPRoute (gateway-header-routes)',
    ]);
  });

  test('fails with another path that leads to the canary alone', () => {
    const otherRoutes = [{ path: '/next', serviceName: 'checkout-canary', portNumber: 80 }];
    expect(said({ traffic: new GatewayApiTraffic({ hosts, gateway, otherRoutes }) })).toEqual([
      'traffic: must lead to both versions or to neither, got Service checkout-canary alone: Rollout checkout takes it for a rule of its own steps, '
      + 'and away when a release ends; move the rule to a route that no Rollout names, or name both Services (gateway-backends)',
    ]);
  });

  test('fails with a Gateway of the app that does not take the route', () => {
    const found = findingsOf(chart => {
      const listeners = [{ name: 'http', port: 80, protocol: 'HTTP' }];
      const spec = { gatewayClassName: 'any', listeners };
      new ApiObject(chart, 'gateway', { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'public', namespace: 'edge' }, spec });
      checkout(chart, { traffic: new GatewayApiTraffic({ hosts, gateway, gatewayNamespace: 'edge' }) });
    });
    expect(found).toEqual([
      '[test/checkout] traffic: must be a Gateway that takes routes of namespace shop, and Gateway public takes those of edge alone; '
      + 'write allowedRoutes: { namespaces: { from: All } } at its listener, or a selector (gateway-listeners)',
    ]);
  });

  test('fails with a route in a namespace where the rollout has none', () => {
    const found = findingsOf(chart => checkout(chart, { traffic: new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'edge' }) }), {});
    expect(found).toEqual([
      '[test/checkout] traffic.routeNamespace: needs the namespace of the rollout, where the route has to find the Services, got edge alone; give the chart a namespace, or leave it out',
    ]);
  });
});

test('Argo CD leaves the rules of routes in their own namespace alone', () => {
  const differences: unknown[] = [];
  manifestsOf(chart => {
    differences.push(...checkout(chart, { traffic: new GatewayApiTraffic({ hosts, gateway, routeNamespace: 'edge' }) }).ignoreDifferences);
  });
  expect(differences).toContainEqual({ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name: 'checkout', objectNamespace: 'edge', jsonPointers: ['/spec/rules'] });
});

describe('impossible routes fail at once', () => {
  const written = (options: Partial<GatewayApiTrafficOptions>) => () => new GatewayApiTraffic({ hosts, gateway, ...options });
  const label = 'must be 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit, got';
  test.each<[string, () => unknown, string]>([
    ['a path and paths', written({ path: '/', paths: ['/a'] }), 'GatewayApiTraffic: paths: cannot be combined with path; name all of them in paths'],
    ['no paths', written({ paths: [] }), 'GatewayApiTraffic: paths: must name at least one path, got none; leave it out for all of them'],
    ['a path twice', written({ paths: ['/a', '/a'] }), 'GatewayApiTraffic: paths[1]: must be another path, got "/a" again; drop it'],
    ['a path with a wildcard', written({ paths: ['/*'] }), 'GatewayApiTraffic: paths[0]: must be a path without spaces, wildcards and queries, beginning with a slash, got "/*"; write the part that all of the requests have in common, such as "/shop"'],
    ['a path that is split among the others', written({ paths: ['/a', '/b'], otherRoutes: [{ path: '/b/', serviceName: 'b', portNumber: 80 }] }), 'GatewayApiTraffic: otherRoutes[0].path: must be a path of its own, got "/b/" again; drop it'],
    ['a Gateway twice', written({ otherGateways: [{ gateway }] }), 'GatewayApiTraffic: otherGateways[0]: must be another listener, got "public" again; name a listener of each, or drop it'],
    ['a namespace that is none', written({ routeNamespace: 'Edge', gatewayNamespace: '-' }), `GatewayApiTraffic: gatewayNamespace: ${label} "-"; write "checkout"\nGatewayApiTraffic: routeNamespace: ${label} "Edge"; write "edge"`],
    ['a listener that is none', written({ listener: 'a/b' }), 'GatewayApiTraffic: listener: must be the name of an object, got "a/b"; write its metadata.name'],
    ['a key that no annotation has', written({ annotations: { 'a b': '' } }), 'GatewayApiTraffic: annotations["a b"]: must be the key of an annotation, got "a b"; write for example "example.com/owner"'],
    ['a path in the place of a service', written({ grpcServices: ['/shop.Cart'] }), 'GatewayApiTraffic: grpcServices[0]: must be a service of gRPC, got "/shop.Cart"; write its package and name, such as "shop.v1.Checkout"'],
    ['no services', written({ grpcServices: [] }), 'GatewayApiTraffic: grpcServices: must name at least one service, got none; leave it out for every call'],
    ['more hosts than a route takes', written({ hosts: Array.from({ length: 17 }, (_, index) => `h${index}.example`) }), 'GatewayApiTraffic: hosts: must be at most 16, got 17; use a route for each part of them'],
    ['an address in the place of a host', written({ hosts: ['10.0.0.1'] }), 'GatewayApiTraffic: hosts[0]: must be a name and no address, got "10.0.0.1"; write the name under which the Gateway is asked'],
    ['a TLSRoute without a host', () => GatewayApiTraffic.tls({ gateway, hosts: [] }), 'GatewayApiTraffic.tls: hosts: must name at least one host; write for example ["shop.example.com"]'],
    ['a TCPRoute without a Gateway', () => GatewayApiTraffic.tcp({ gateway: '' }), 'GatewayApiTraffic.tcp: gateway: must be the name of an object, got ""; write its metadata.name'],
    ['a route that exists twice', () => GatewayApiTraffic.existing('shop', { others: ['shop'] }), 'GatewayApiTraffic.existing: others[0]: must be another route, got "shop" again; drop it'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});
