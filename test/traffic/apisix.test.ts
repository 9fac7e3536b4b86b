import { ApisixTraffic, Audience, Protocol, Ramp, SessionAffinity, Stage, Step } from 'rolloutkit';
import type { ApisixTrafficOptions, CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named, synthesize } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const written = (options: Partial<ApisixTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}): Written[] =>
  checkoutManifests({ traffic: new ApisixTraffic({ hosts, ...options }), ...props });
const specOf = (options: Partial<ApisixTrafficOptions>) => named(written(options), 'ApisixRoute', 'checkout').spec;
const headers = (route: string, ...names: string[]) => Step.headers({ route, matches: names.map(header => ({ header, value: { exact: 'true' } })) });

describe('what is written', () => {
  test('is an ApisixRoute whose rule leads to both Services, all of it to the stable one', () => {
    expect(checkoutCanary({ traffic: new ApisixTraffic({ hosts }) })).toMatchObject({
      stableService: 'checkout', canaryService: 'checkout-canary', trafficRouting: { apisix: { route: { name: 'checkout', rules: ['checkout'] } } },
    });
    expect(specOf({})).toEqual({
      ingressClassName: 'apisix',
      http: [{
        name: 'checkout',
        match: { hosts, paths: ['/*'] },
        backends: [{ serviceName: 'checkout', servicePort: 8080, weight: 100 }, { serviceName: 'checkout-canary', servicePort: 8080, weight: 0 }],
      }],
    });
  });

  test.each([['/shop', ['/shop', '/shop/*']], ['/shop/', ['/shop/*']], ['/', ['/*']]])('below the path %s takes whole segments', (path, paths) => {
    expect(specOf({ path }).http[0].match.paths).toEqual(paths);
  });

  test('takes several paths in one rule', () => {
    expect(specOf({ paths: ['/a', '/b/'] }).http.map(({ match }: Written) => match.paths)).toEqual([['/a', '/a/*', '/b/*']]);
  });

  test('has a class, WebSockets and rules that lead elsewhere', () => {
    const { ingressClassName, http } = specOf({ ingressClass: 'edge', websocket: true, otherRoutes: [{ path: '/help', serviceName: 'help', portNumber: 80 }] });
    expect(ingressClassName).toBe('edge');
    expect(http[0].websocket).toBe(true);
    expect(http[1]).toEqual({
      name: 'checkout-other-1', match: { hosts, paths: ['/help', '/help/*'] }, backends: [{ serviceName: 'help', servicePort: 80 }],
    });
  });

  test('says how servers of gRPC are spoken to, by an ApisixUpstream of the name of each Service', () => {
    const manifests = written({ ingressClass: 'edge' }, { protocol: Protocol.grpc() });
    for (const service of ['checkout', 'checkout-canary']) {
      expect(named(manifests, 'ApisixUpstream', service).spec).toEqual({ ingressClassName: 'edge', scheme: 'grpc' });
    }
  });
});

describe('an ApisixRoute that exists', () => {
  test('is used, and nothing is written', () => {
    const traffic = ApisixTraffic.existing('shop', { rules: ['public', 'internal'] });
    expect(checkoutCanary({ traffic }).trafficRouting).toEqual({ apisix: { route: { name: 'shop', rules: ['public', 'internal'] } } });
    expect(checkoutManifests({ traffic }).map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
  });

  test('needs no names of rules where one is called as the route', () => {
    expect(checkoutCanary({ traffic: ApisixTraffic.existing('shop') }).trafficRouting).toEqual({ apisix: { route: { name: 'shop' } } });
  });
});

describe('headers', () => {
  test('all have to hold', () => {
    const steps = [Step.scale({ replicas: 1 }), headers('internal', 'x-internal', 'x-region'), Step.weight(20), headers('internal')];
    const { trafficRouting, steps: rendered } = checkoutCanary({ traffic: new ApisixTraffic({ hosts }), steps });
    expect(trafficRouting.managedRoutes).toEqual([{ name: 'internal' }]);
    expect(rendered[1].setHeaderRoute.match.map(({ headerName }: Written) => headerName)).toEqual(['x-internal', 'x-region']);
    expect(rendered[3]).toEqual({ setHeaderRoute: { name: 'internal' } });
  });

  test('lead an audience of several conditions', () => {
    const audience = Audience.allOf([Audience.header('x-internal').isExactly('true'), Audience.header('x-region').startsWith('eu')]);
    const { steps } = checkoutCanary({ traffic: new ApisixTraffic({ hosts }), ramp: Ramp.of([Stage.forAudience(audience), Stage.at(25)]) });
    expect(steps.flatMap(({ setHeaderRoute }: Written) => setHeaderRoute?.match ?? [])).toEqual([
      { headerName: 'x-internal', headerValue: { exact: 'true' } }, { headerName: 'x-region', headerValue: { regex: '^eu.*$' } },
    ]);
  });

  test('fails when the route of a step is called as the one that is split', () => {
    const steps = [Step.scale({ replicas: 1 }), headers('checkout', 'x-internal'), Step.weight(20), Step.approval()];
    expect(findingsOf(chart => checkout(chart, { traffic: new ApisixTraffic({ hosts }), steps }))).toEqual([
      '[test/checkout] steps[1]: must not be the name of an ApisixRoute that is there already, got checkout, which the Rollout splits: '
      + 'the controller reports a duplicate, and the release stands still; write name: checkout-2, and in managedRoutes (apisix-header-routes)',
    ]);
  });
});

test('the weights are the controller\'s', () => {
  const differences: unknown[] = [];
  synthesize(chart => differences.push(...checkout(chart, { traffic: new ApisixTraffic({ hosts }) }).ignoreDifferences));
  expect(differences).toContainEqual(expect.objectContaining({ group: 'apisix.apache.org', kind: 'ApisixRoute', name: 'checkout', jsonPointers: ['/spec/http'] }));
});

describe('impossible routes', () => {
  test.each<[string, () => unknown, string]>([
    ['a star in the path', () => new ApisixTraffic({ hosts, path: '/shop*' }),
      'ApisixTraffic: path: must be a path without spaces, wildcards and queries, beginning with a slash, got "/shop*"; '
      + 'write the part that all of the requests have in common, such as "/shop"'],
    ['a class that is no name', () => new ApisixTraffic({ hosts, ingressClass: 'Edge' }),
      'ApisixTraffic: ingressClass: must be the name of an object, got "Edge"; write its metadata.name'],
    ['a star in the middle of a host', () => new ApisixTraffic({ hosts: ['shop.*.example'] }),
      'ApisixTraffic: hosts[0]: must be a host name, got "shop.*.example"; write it in lower case without http://, port or path, such as "shop.example.com"'],
    ['no rule', () => ApisixTraffic.existing('shop', { rules: [] }),
      'ApisixTraffic.existing: rules: must name at least one rule, got none; leave it out for the rule called as the route'],
    ['rules without a name and named twice', () => ApisixTraffic.existing('Shop', { rules: ['', 'a', 'a'] }),
      'ApisixTraffic.existing: routeName: must be the name of an object, got "Shop"; write its metadata.name\n'
      + 'ApisixTraffic.existing: rules[0]: must be the name of a rule, got ""; write spec.http[].name of the ApisixRoute\n'
      + 'ApisixTraffic.existing: rules[2]: must be another rule, got "a" again; drop it'],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test('fails once on mirrored requests', () => {
    const copies = Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] });
    expect(findingsOf(chart => checkout(chart, { traffic: new ApisixTraffic({ hosts }), steps: [Step.weight(20), copies, Step.approval()] })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] steps\[1\]: needs a router that can do it .*got apisix/)]);
  });

  test('fails on visitors to keep', () => {
    expect(findingsOf(chart => checkout(chart, { traffic: new ApisixTraffic({ hosts }), sessionAffinity: SessionAffinity.cookie() })))
      .toEqual([expect.stringMatching(/^\[test\/checkout\] sessionAffinity: cannot be had from apisix/)]);
  });
});
