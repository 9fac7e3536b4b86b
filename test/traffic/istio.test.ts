import { Action, Analysis, ExperimentVersion, Gate, IstioTraffic, Step } from 'rolloutkit';
import type { ITrafficRouter } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const gateway = 'istio-system/public';
const kinds = (manifests: Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
const port = { number: 8080 };
const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
const copies = { route: 'copies', percent: 35, matches: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] };

describe('a VirtualService that is written', () => {
  test('sends everything to the stable Service, by a route that the rollout names', () => {
    const manifests = checkoutManifests({ traffic: new IstioTraffic({ hosts, gateway }) });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary).toMatchObject({
      stableService: 'checkout',
      canaryService: 'checkout-canary',
      trafficRouting: { istio: { virtualService: { name: 'checkout', routes: ['checkout'] } } },
    });
    expect(named(manifests, 'VirtualService', 'checkout').spec).toEqual({
      hosts,
      gateways: [gateway],
      http: [{
        name: 'checkout',
        route: [
          { destination: { host: 'checkout', port }, weight: 100 },
          { destination: { host: 'checkout-canary', port }, weight: 0 },
        ],
      }],
    });
  });

  test('without a gateway is for the requests inside of the mesh', () => {
    const { spec } = named(checkoutManifests({ traffic: new IstioTraffic({ hosts: ['checkout'] }) }), 'VirtualService', 'checkout');
    expect(spec.hosts).toEqual(['checkout']);
    expect(spec).not.toHaveProperty('gateways');
  });

  test('can be behind a gateway and inside of the mesh', () => {
    const traffic = new IstioTraffic({ hosts: ['shop.example.com', 'checkout'], gateways: ['public', 'mesh'] });
    expect(named(checkoutManifests({ traffic }), 'VirtualService', 'checkout').spec.gateways).toEqual(['public', 'mesh']);
  });

  test.each([
    ['/shop', [{ uri: { exact: '/shop' } }, { uri: { prefix: '/shop/' } }]],
    ['/shop/', [{ uri: { prefix: '/shop/' } }]],
    ['/', [{ uri: { prefix: '/' } }]],
  ])('below the path %s takes whole segments', (path, match) => {
    const { spec } = named(checkoutManifests({ traffic: new IstioTraffic({ hosts, gateway, path }) }), 'VirtualService', 'checkout');
    expect(spec.http[0].match).toEqual(match);
  });

  test('gives the stable version to a Service that exists', () => {
    const manifests = checkoutManifests({ services: { stable: 'shop', canary: 'shop-new' }, traffic: new IstioTraffic({ hosts, gateway }) });
    const [{ route }] = named(manifests, 'VirtualService', 'checkout').spec.http;
    expect(route.map(({ destination }: Written) => destination.host)).toEqual(['shop', 'shop-new']);
  });
});

describe('subsets', () => {
  const traffic = new IstioTraffic({ hosts: ['checkout'], subsets: true });

  test('put both versions behind one Service, which the Rollout does not narrow', () => {
    const manifests = checkoutManifests({ traffic });
    expect(kinds(manifests)).toEqual(['Rollout checkout', 'Service checkout', 'VirtualService checkout', 'DestinationRule checkout']);
    const { canary } = named(manifests, 'Rollout', 'checkout').spec.strategy;
    expect(canary).not.toHaveProperty('stableService');
    expect(canary).not.toHaveProperty('canaryService');
    expect(canary.trafficRouting.istio).toEqual({
      virtualService: { name: 'checkout', routes: ['checkout'] },
      destinationRule: { name: 'checkout', canarySubsetName: 'canary', stableSubsetName: 'stable' },
    });
  });

  test('are those of the DestinationRule that is written', () => {
    const manifests = checkoutManifests({ traffic });
    expect(named(manifests, 'DestinationRule', 'checkout').spec).toEqual({ host: 'checkout', subsets: [{ name: 'stable' }, { name: 'canary' }] });
    expect(named(manifests, 'VirtualService', 'checkout').spec.http[0].route).toEqual([
      { destination: { host: 'checkout', subset: 'stable', port }, weight: 100 },
      { destination: { host: 'checkout', subset: 'canary', port }, weight: 0 },
    ]);
  });

  test('give the construct one Service for both', () => {
    const services: (string | undefined)[] = [];
    synthesize(chart => {
      const { stableService, canaryService } = checkout(chart, { traffic });
      services.push(stableService.name, canaryService.name, canaryService.service?.name);
    });
    expect(services).toEqual(['checkout', 'checkout', 'checkout']);
  });

  test('use a Service that exists, and write none', () => {
    const manifests = checkoutManifests({ traffic, services: { stable: 'shop' } });
    expect(kinds(manifests)).toEqual(['Rollout checkout', 'VirtualService checkout', 'DestinationRule checkout']);
    expect(named(manifests, 'DestinationRule', 'checkout').spec.host).toBe('shop');
  });

  test('fails beside a Service of the canary', () => {
    expect(findingsOf(chart => checkout(chart, { traffic, services: { canary: 'shop-new' } }))).toEqual([
      '[test/checkout] services.canary: cannot be combined with subsets of traffic, which tell the versions apart behind services.stable; keep one of the two',
    ]);
  });

  test('fails on a question to the Service of the canary', () => {
    const smoke = Action.job({ name: 'smoke', containers: [{ image: 'shop:1', args: ['http://{{args.canary-service}}'] }] });
    expect(findingsOf(chart => checkout(chart, { traffic, gates: [Gate.eachStage(smoke)] }))).toEqual([
      '[test/checkout] gates[0]: asks the Service of the canary, and behind istio with subsets both versions stand behind one Service; '
      + 'ask something that knows the canary by its pods, or leave the subsets out',
    ]);
  });
});

describe('what exists', () => {
  const istioOf = (traffic: ITrafficRouter) => checkoutCanary({ traffic }).trafficRouting.istio;

  test('is used, and no route is written', () => {
    const traffic = IstioTraffic.existing('shop.mesh', { routes: ['checkout', 'basket'] });
    expect(istioOf(traffic)).toEqual({ virtualService: { name: 'shop.mesh', routes: ['checkout', 'basket'] } });
    expect(kinds(checkoutManifests({ traffic }))).toEqual(['Rollout checkout', 'Service checkout', 'Service checkout-canary']);
  });

  test('needs no name of a route where there is only one', () => {
    expect(istioOf(IstioTraffic.existing('shop'))).toEqual({ virtualService: { name: 'shop' } });
  });

  test('is known by what it matches where it is a TLS or TCP route', () => {
    const traffic = IstioTraffic.existing('shop', { tlsRoutes: [{ port: 443, sniHosts: ['a.example', 'b.example'] }, { port: 8443 }], tcpRoutes: [{ port: 3306 }] });
    expect(istioOf(traffic)).toEqual({
      virtualService: { name: 'shop', tlsRoutes: [{ port: 443, sniHosts: ['a.example', 'b.example'] }, { port: 8443 }], tcpRoutes: [{ port: 3306 }] },
    });
  });

  test('can be several VirtualServices', () => {
    const traffic = IstioTraffic.existing('public', { routes: ['a'], others: [{ name: 'internal.mesh', routes: ['b'] }] });
    expect(istioOf(traffic)).toEqual({ virtualServices: [{ name: 'public', routes: ['a'] }, { name: 'internal.mesh', routes: ['b'] }] });
  });

  test('can have subsets of its own', () => {
    const traffic = IstioTraffic.existing('shop', {
      destinationRule: { name: 'shop', canarySubset: 'new', stableSubset: 'old', additionalSubsets: ['test'] },
    });
    expect(istioOf(traffic)).toEqual({
      virtualService: { name: 'shop' },
      destinationRule: { name: 'shop', canarySubsetName: 'new', stableSubsetName: 'old', additionalSubsetNames: ['test'] },
    });
    expect(kinds(checkoutManifests({ traffic }))).toEqual(['Rollout checkout', 'Service checkout']);
  });

  test('has the usual subsets when their names are not said', () => {
    expect(istioOf(IstioTraffic.existing('shop', { destinationRule: { name: 'shop' } })).destinationRule).toEqual({
      name: 'shop', canarySubsetName: 'canary', stableSubsetName: 'stable',
    });
  });
});

describe('steps', () => {
  const traffic = new IstioTraffic({ hosts, gateway });

  test('route by headers and mirror, and both routes are announced', () => {
    const steps = [Step.weight(10), Step.headers(internal), Step.mirror(copies), Step.weight(20), Step.headers({ route: 'internal' }), Step.mirror({ route: 'copies' })];
    const canary = checkoutCanary({ traffic, steps });
    expect(canary.trafficRouting.managedRoutes).toEqual([{ name: 'internal' }, { name: 'copies' }]);
    expect(canary.steps).toEqual([
      { setWeight: 10 },
      { setHeaderRoute: { name: 'internal', match: [{ headerName: 'x-internal', headerValue: { exact: 'true' } }] } },
      { setMirrorRoute: { name: 'copies', percentage: 35, match: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] } },
      { setWeight: 20 },
      { setHeaderRoute: { name: 'internal' } },
      { setMirrorRoute: { name: 'copies' } },
    ]);
  });

  test('give an experiment its share', () => {
    const variants = [{ name: 'baseline', version: ExperimentVersion.STABLE, weight: 5 }, { name: 'canary', version: ExperimentVersion.CANARY, weight: 5 }];
    const [step] = checkoutCanary({ traffic, steps: [Step.experiment({ variants, analyses: [Analysis.successRate()] })] }).steps;
    expect(step.experiment.templates.map(({ weight }: Written) => weight)).toEqual([5, 5]);
  });

  test('fails on a header step that asks for two headers at once, since Istio would take either', () => {
    const matches = [...internal.matches, { header: 'x-region', value: { prefix: 'eu-' } }];
    expect(findingsOf(chart => checkout(chart, { traffic, steps: [Step.weight(20), Step.headers({ route: 'internal', matches })] }))).toEqual([
      '[test/checkout] steps[1].matches: must be one header behind istio, which takes requests that have any of them and not all, got 2; '
      + 'keep the one that marks the requests',
    ]);
  });
});

describe('impossible routes fail at once', () => {
  const fix = 'write its metadata.name';
  test.each<[string, () => unknown, string]>([
    ['no host', () => new IstioTraffic({ hosts: [] }), 'IstioTraffic: hosts: must name at least one host; write for example ["shop.example.com"]'],
    ['a path without a slash', () => new IstioTraffic({ hosts, gateway, path: 'shop' }), 'IstioTraffic: path: must begin with a slash, got "shop"; write "/shop"'],
    ['a gateway with two slashes', () => new IstioTraffic({ hosts, gateway: 'a/b/c' }), `IstioTraffic: gateway: must be the name of a Gateway, got "a/b/c"; ${fix}, or namespace/name`],
    ['one of several gateways that is no name', () => new IstioTraffic({ hosts, gateways: ['public', ''] }), `IstioTraffic: gateways[1]: must be the name of a Gateway, got ""; ${fix}, or namespace/name`],
    ['no gateways', () => new IstioTraffic({ hosts: ['shop'], gateways: [] }), 'IstioTraffic: gateways: must name at least one Gateway, got none; leave it out for requests inside of the mesh'],
    ['a gateway and gateways', () => new IstioTraffic({ hosts, gateway, gateways: ['mesh'] }), 'IstioTraffic: gateways: cannot be combined with gateway; name all of them in gateways'],
    ['a wildcard inside of the mesh', () => new IstioTraffic({ hosts: ['*.shop'] }), 'IstioTraffic: hosts[0]: must be a name without * where no gateway is given, got "*.shop"; name the Service, or the gateway'],
    ['a VirtualService that is no name', () => IstioTraffic.existing('mesh/shop'), `IstioTraffic.existing: virtualService: must be the name of an object, got "mesh/shop"; ${fix}`],
    ['another one that is no name', () => IstioTraffic.existing('shop', { others: [{ name: '' }] }), `IstioTraffic.existing: others[0].name: must be the name of an object, got ""; ${fix}`],
    ['a DestinationRule that is no name', () => IstioTraffic.existing('shop', { destinationRule: { name: 'Shop' } }), `IstioTraffic.existing: destinationRule.name: must be the name of an object, got "Shop"; ${fix}`],
    ['one subset for both versions', () => IstioTraffic.existing('shop', { destinationRule: { name: 'shop', canarySubset: 'stable' } }), 'IstioTraffic.existing: destinationRule.canarySubset: must not be destinationRule.stableSubset, got "stable" for both; name the subset of each version'],
    ['a version among the further subsets', () => IstioTraffic.existing('shop', { destinationRule: { name: 'shop', additionalSubsets: ['canary'] } }), 'IstioTraffic.existing: destinationRule.additionalSubsets[0]: must be neither canarySubset nor stableSubset, got "canary"; drop it'],
    ['a port that is none', () => IstioTraffic.existing('shop', { tcpRoutes: [{ port: 0 }] }), 'IstioTraffic.existing: tcpRoutes[0].port: must be a whole number of at least 1, got 0; write 1'],
    ['a TLS route that nothing tells from others', () => IstioTraffic.existing('shop', { tlsRoutes: [{}] }), 'IstioTraffic.existing: tlsRoutes[0]: must have a port or sniHosts, by which the route is known, got none; write what the route matches'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });
});
