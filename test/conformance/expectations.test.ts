import { aborted, asked, begun, call, failed, meshed, routed, saved, savedRun } from './releases';
import { budget, configMap, namesIn, pod, replicaSet, rollout, service, Watched } from './watched';
import { findings } from '../../conformance/harness/expectations';
import type { Expectation, Seen } from '../../conformance/harness/expectations';

beforeEach(() => { jest.useFakeTimers({ now: 1_700_000_000_000 }); });
afterEach(() => { jest.useRealTimers(); });

const OTHER = saved(20, 40);
const told = { provider: 'nginx', analysis: { threshold: 2 }, metrics: {}, hooks: {} };
const states = [['Progressing', 10, 1, 0], ['Progressing', 20, 2, 2], ['Failed', 0, 0, 0]]
  .map(([phase, canaryWeight, iterations, failedChecks]) => ({ phase, canaryWeight, iterations, failedChecks }));
const [RUN, OTHER_RUN] = [states, []].map(some => savedRun({ ...told, asked: {}, called: {}, states: some, routes: [] })) as [string, string];
const QUERY = 'sum(errors{namespace="lab",pod=~"shop-new-.*"})';

/** What is found of a release, when only this is expected. */
function found(expectation: Partial<Expectation>, { trace }: Watched, seen: Partial<Seen> = {}): string[] {
  return findings(expectation as Expectation, { trace, namespace: 'lab', asked: [], calls: [], ...seen });
}

/** So many ready pods behind a Service that leads to others as well, of which some go and come back. */
function counted(pods: number, gone: number): Watched {
  const watched = new Watched().send(service('shop'), pod('other', 'old', true));
  const send = (from: number, isReady: boolean) => {
    for (let index = from; index < pods; index++) watched.send(pod(`shop-${index}`, 'old', isReady, { labels: { app: 'shop' } }));
  };
  send(0, true);
  watched.trace.behind.begin();
  send(pods - gone, false);
  send(pods - gone, true);
  return watched.send(rollout({ phase: 'Healthy', currentPodHash: 'old' }));
}

interface Case {
  /** What an aborted rollout, or a canary that failed, shows. */
  readonly holds: Partial<Expectation>;
  /** What it does not show, and what is said of that. */
  readonly broken: readonly (readonly [Partial<Expectation>, string])[];
  readonly of?: () => Watched;
  readonly seen?: Partial<Seen>;
}

const run = { type: 'Background', phase: 'Failed', metric: 'errors', counts: { failed: 2 } } as const;
const RUNS = '(Background Failed {"errors":{"phase":"Failed","failed":2},"latency":{"phase":"Successful","successful":4}}; '
  + 'Step Successful {"latency":{"phase":"Successful","successful":4}})';

const cases: Readonly<Record<keyof Expectation, Case>> = {
  phase: { holds: { phase: 'Degraded' }, broken: [[{ phase: 'Healthy' }, 'phase at the end: expected "Healthy", got "Degraded"']] },
  weight: { holds: { weight: 0 }, broken: [[{ weight: 100 }, 'weight at the end: expected 100, got 0']] },
  message: {
    holds: { message: /Aborted: errors/ },
    broken: [[{ message: /latency/ }, 'message at the end: expected /latency/, got RolloutAborted: errors']],
  },
  weights: {
    holds: { weights: [20, 50, 0] },
    broken: [[{ weights: [20, 0] }, 'weights: expected [20,0], got [20,50,0]'], [{ weights: [] }, 'weights: expected [], got [20,50,0]']],
  },
  ingress: { holds: { ingress: [20, 50, 0] }, broken: [[{ ingress: [20, 50] }, 'weights in the Ingress: expected [20,50], got [20,50,0]']] },
  held: {
    holds: { held: { weight: 50, atLeast: 6 } },
    broken: [
      [{ held: { weight: 50, atLeast: 7 } }, 'weight 50: expected to stay for at least 7 s, stayed for 6.0 s'],
      [{ held: { weight: 30, atLeast: 1 } }, 'weight 30: expected to stay for at least 1 s, stayed for 0.0 s'],
    ],
  },
  pods: {
    holds: { pods: { 20: [1, 4], 50: [3, 2] } },
    broken: [[{ pods: { 20: [1, 4], 50: [2, 3] } }, 'ready pods, new and old, at weight 50: expected [2,3], got [3,2]']],
  },
  left: { holds: { left: [0, 5] }, broken: [[{ left: [1, 5] }, 'ready pods, new and old, at the end: expected [1,5], got [0,5]']] },
  events: {
    holds: { events: [/to 20/, /aborted/] },
    broken: [
      [{ events: [/to 30/] }, 'events: expected /to 30/, got ["set to 20","set to 50","aborted"]'],
      [{ events: [/aborted/, /to 20/] }, 'events: expected /to 20/ after "aborted", got ["set to 20","set to 50","aborted"]'],
    ],
  },
  calls: {
    holds: { calls: { '/gate': { atLeast: 2, body: /shop/ }, '/none': { atLeast: 0, atMost: 0 } } },
    seen: { calls: [call('/gate', { name: 'shop' }), call('/gate', { name: 'shop' }), call('/gate', 5)] },
    broken: [
      [{ calls: { '/gate': { atLeast: 1, atMost: 2 } } }, 'calls of /gate: expected 1 to 2, got 3 ({"name":"shop"} {"name":"shop"} 5)'],
      [{ calls: { '/gate': { atLeast: 3, body: /shop/ } } }, 'calls of /gate with /shop/: expected 3 to Infinity, got 2 ({"name":"shop"} {"name":"shop"} 5)'],
      [{ calls: { '/none': {} } }, 'calls of /none: expected 1 to Infinity, got 0 (none)'],
    ],
  },
  pauses: {
    of: () => begun().send(rollout({ currentPodHash: 'new', pauseConditions: [{ reason: 'Two' }, { reason: 'One' }] })),
    holds: { pauses: ['Two', 'One'] },
    broken: [[{ pauses: ['One'] }, 'pauses at the end: expected ["One"], got ["One","Two"]']],
  },
  services: {
    holds: { services: { 'shop': 'old', 'shop-canary': 'new', 'other': 'all' } },
    broken: [
      [{ services: { 'shop-canary': 'old' } }, 'pods of Service shop-canary: expected "old", got "new"'],
      [{ services: { shop: 'all' } }, 'pods of Service shop: expected "all", got "old"'],
    ],
  },
  switches: {
    holds: { switches: { 'shop': { atMost: 1 }, 'shop-canary': { atLeast: 2 } } },
    broken: [
      [{ switches: { shop: { atLeast: 2 } } }, 'switches of Service shop: expected 2 to Infinity, got 1'],
      [{ switches: { shop: { atMost: 0 } } }, 'switches of Service shop: expected 0 to 0, got 1'],
    ],
  },
  leads: {
    holds: { leads: { 'shop-canary': ['new', 'old'] } },
    broken: [[{ leads: { 'shop-canary': ['new'] } }, 'pods that Service shop-canary was led to: expected ["new"], got ["new","old"]']],
  },
  configs: {
    of: () => begun().send(configMap('old'), configMap('new'), replicaSet('old', 5, 'old'), replicaSet('new', 0, 'new')),
    holds: { configs: ['old'] },
    broken: [[{ configs: ['new'] }, 'ConfigMaps of the pods at the end: expected ["new"], got ["old"]']],
  },
  abort: {
    holds: { abort: { weight: 50, by: 'Background', metric: 'errors' } },
    broken: [
      [{ abort: { weight: 20, metric: 'errors' } }, 'weight when it was aborted: expected 20, got 50'],
      [{ abort: { weight: 50, by: 'Step', metric: 'errors' } }, 'analysis that aborted it: expected "Step", got "Background"'],
      [{ abort: { weight: 50, metric: 'latency' } }, 'metric that aborted it: expected ["latency"], got ["errors"]'],
    ],
  },
  runs: {
    holds: { runs: [run, { type: 'Step', phase: 'Successful' }, { type: 'Background', phase: 'Running', times: 0 }] },
    broken: [
      [{ runs: [{ ...run, counts: { failed: 1 } }] }, `analyses Background Failed errors {"failed":1}: expected 1, got 0 ${RUNS}`],
      [{ runs: [{ ...run, counts: { failed: 2, successful: 1 } }] }, `analyses Background Failed errors {"failed":2,"successful":1}: expected 1, got 0 ${RUNS}`],
      [{ runs: [{ type: 'Step', phase: 'Successful', metric: 'errors', counts: { failed: 0 } }] }, `analyses Step Successful errors {"failed":0}: expected 1, got 0 ${RUNS}`],
      [{ runs: [{ type: 'Step', phase: 'Successful', times: 2 }] }, `analyses Step Successful: expected 2, got 1 ${RUNS}`],
    ],
  },
  fewest: {
    of: () => counted(3, 1),
    holds: { fewest: { shop: { atLeast: 2, atMost: 2 } } },
    broken: [
      [{ fewest: { shop: { atLeast: 3 } } }, 'fewest ready pods behind Service shop: expected 3 to Infinity, got 2'],
      [{ fewest: { shop: { atMost: 1 } } }, 'fewest ready pods behind Service shop: expected 0 to 1, got 2'],
      [{ fewest: { other: {} } }, 'fewest ready pods behind Service other: expected 0 to Infinity, got NaN'],
    ],
  },
  versions: { holds: { versions: 2 }, broken: [[{ versions: 1 }, 'versions: expected 1, got 2']] },
  evictable: {
    of: () => {
      const watched = begun();
      watched.tell('MODIFIED', budget('shop', 1, 6));
      return watched;
    },
    holds: { evictable: { shop: { mayGo: 1, of: 6 } } },
    broken: [
      [{ evictable: { shop: { mayGo: 0, of: 6 } } }, 'pods that shop lets go: expected {"mayGo":0,"of":6}, got {"mayGo":1,"of":6}'],
      [{ evictable: { other: { mayGo: 1, of: 6 } } }, 'pods that other lets go: expected {"mayGo":1,"of":6}, got {}'],
    ],
  },
  sameStory: {
    holds: { sameStory: saved(20, 50) },
    broken: [[{ sameStory: OTHER }, `steps, as in ${OTHER}: expected ["step 0: 20 %","step 2: 40 %"], got ["step 0: 20 %","step 2: 50 %"]`]],
  },
  // How it breaks depends on what was asked, below.
  queries: { holds: { queries: 'canary' }, seen: { asked: [asked(QUERY)] }, broken: [] },
  meshWeights: {
    of: meshed,
    holds: { meshWeights: [0, 20, 0] },
    broken: [[{ meshWeights: [20] }, 'weights in the VirtualService: expected [20], got [0,20,0]']],
  },
  meshRoutes: {
    of: meshed,
    holds: { meshRoutes: [['shop'], ['internal', 'shop'], ['internal', '', 'shop'], ['shop']] },
    broken: [[{ meshRoutes: [['shop']] }, 'routes of the VirtualService: expected [["shop"]], got [["shop"],["internal","shop"],["internal","","shop"],["shop"]]']],
  },
  meshRoute: {
    of: meshed,
    holds: { meshRoute: { internal: { match: [{ headers: { 'x-internal': { exact: 'true' } } }], to: { 'shop/canary': 100 } } } },
    broken: [
      [{ meshRoute: { internal: { to: { shop: 100 } } } }, 'to of route internal: expected {"shop":100}, got {"shop/canary":100}'],
      [{ meshRoute: { other: { to: {} } } }, 'to of route other: expected {}, got undefined'],
    ],
  },
  subsets: {
    of: meshed,
    holds: { subsets: { stable: 'old', canary: 'new', other: 'all' } },
    broken: [[{ subsets: { stable: 'old', canary: 'all', other: 'all' } }, 'subsets of the DestinationRule: expected {"stable":"old","canary":"all","other":"all"}, got {"stable":"old","canary":"new","other":"all"}']],
  },
  routeWeights: {
    of: routed,
    holds: { routeWeights: { 'HTTPRoute shop': [0, 20, 0] } },
    broken: [
      [{ routeWeights: { 'HTTPRoute shop': [20] } }, 'weights in HTTPRoute shop: expected [20], got [0,20,0]'],
      [{ routeWeights: { 'HTTPRoute other': [20] } }, 'weights in HTTPRoute other: expected [20], got []'],
    ],
  },
  routeHeaders: {
    of: routed,
    holds: { routeHeaders: { 'HTTPRoute shop': [[], ['x-internal'], []] } },
    broken: [[{ routeHeaders: { 'HTTPRoute shop': [[]] } }, 'headers in HTTPRoute shop: expected [[]], got [[],["x-internal"],[]]']],
  },
  routeCookies: {
    of: () => {
      const watched = begun();
      watched.tell('MODIFIED', { apiVersion: 'traefik.io/v1alpha1', kind: 'TraefikService', metadata: { name: 'shop', namespace: 'shop' }, spec: { weighted: { services: [], sticky: { cookie: { name: 'version' } } } } });
      return watched;
    },
    holds: { routeCookies: { 'TraefikService shop': 'version' } },
    broken: [[{ routeCookies: { 'TraefikService shop': 'other' } }, 'cookie in TraefikService shop: expected "other", got "version"']],
  },
  routeLeft: {
    of: routed,
    holds: { routeLeft: { 'HTTPRoute shop': false, 'HTTPRoute other': false } },
    broken: [[{ routeLeft: { 'HTTPRoute shop': true } }, 'HTTPRoute shop is there at the end: expected true, got false']],
  },
  phases: {
    of: failed,
    holds: { phases: ['Progressing', 'Failed'] },
    broken: [[{ phases: ['Progressing', 'Succeeded'] }, 'phases: expected ["Progressing","Succeeded"], got ["Progressing","Failed"]']],
  },
  failedChecks: { of: failed, holds: { failedChecks: 2 }, broken: [[{ failedChecks: 0 }, 'failed checks: expected 0, got 2']] },
  deployments: {
    of: failed,
    holds: { deployments: { 'shop': 0, 'shop-primary': 2 } },
    broken: [
      [{ deployments: { shop: 1 } }, 'ready pods of Deployment shop: expected 1, got 0'],
      [{ deployments: { other: 1 } }, 'ready pods of Deployment other: expected 1, got undefined'],
    ],
  },
  images: {
    of: failed,
    holds: { images: { 'shop': 'registry.example/shop:next', 'shop-primary': 'registry.example/shop:1.0.0' } },
    broken: [[
      { images: { 'shop-primary': 'registry.example/shop:next' } },
      'image of Deployment shop-primary: expected "registry.example/shop:next", got "registry.example/shop:1.0.0"',
    ]],
  },
  sameRun: {
    of: failed,
    holds: { sameRun: { file: RUN, told } },
    broken: [
      [{ sameRun: { file: RUN, told: { ...told, provider: 'istio' } } }, `provider, as in ${RUN}: expected "nginx", got "istio"`],
      [{ sameRun: { file: OTHER_RUN, told } }, `states, as in ${OTHER_RUN}: expected [], got ${JSON.stringify(states)}`],
    ],
  },
  predicted: {
    of: failed,
    seen: { asked: [asked(QUERY), asked(QUERY)] },
    holds: { predicted: { lastTick: 4, states, routes: [], asked: { errors: 2 } } },
    broken: [
      [{ predicted: { lastTick: 8, states, asked: {} } }, 'the end: expected at tick 8, got after 4.0 s'],
      [{ predicted: { lastTick: 4, states: [], asked: {} } }, `states, as they are predicted: expected [], got ${JSON.stringify(states)}`],
      [{ predicted: { lastTick: 4, states, routes: [10], asked: {} } }, 'weights in the route, as they are predicted: expected [10], got []'],
      [{ predicted: { lastTick: 4, states, asked: { errors: 3 } } }, 'how often errors is asked, as it is predicted: expected 3, got 2'],
    ],
  },
};

describe.each(Object.entries(cases))('%s', (_, { holds, broken, of = aborted, seen }) => {
  test('is found to be as it must be', () => {
    expect(found(holds, of(), seen)).toEqual([]);
  });

  if (broken.length > 0) {
    test.each(broken)('fails on %j, and says what was expected and what it got', (expectation, message) => {
      expect(found(expectation, of(), seen)).toEqual([message]);
    });
  }
});

test('fails on an expectation that does not exist, and says which do: every one is tested here', () => {
  expect(() => found({ wieght: 20 } as Partial<Expectation>, aborted())).toThrow(/^no such expectation: wieght; there are phase, weight, /);
  expect(namesIn(() => found({ wieght: 20 } as Partial<Expectation>, aborted()))).toEqual(Object.keys(cases).sort());
});

test('fails on a ConfigMap that pods need and that is gone', () => {
  const watched = begun().send(configMap('old'), replicaSet('old', 5, 'old'), replicaSet('new', 0));
  watched.tell('DELETED', configMap('old'));
  expect(found({ configs: ['old'] }, watched)).toEqual(['ConfigMaps of the pods at the end: expected ["old"], got ["old, which is gone"]']);
});

test('fails on an abort that never was', () => {
  expect(found({ abort: { weight: 20, metric: 'errors' } }, begun())).toEqual(['expected to be aborted, is not']);
});

test.each([
  ['there are none', [], ['expected queries, there was none']],
  ['one is about all pods', [QUERY, 'sum(a{namespace="lab"})'], ['no pattern for pods, in sum(a{namespace="lab"})']],
  ['one is about the old pods, each problem once', ['a{namespace="lab",pod=~"shop-old-1"}', 'a{namespace="lab",pod=~"shop-old-1"}'], [
    'takes in pod shop-old-1, in a{namespace="lab",pod=~"shop-old-1"}', 'misses pod shop-new-1, in a{namespace="lab",pod=~"shop-old-1"}',
  ]],
])('fails on queries when %s', (_, queries, expected) => {
  expect(found({ queries: 'canary' }, aborted(), { asked: queries.map(asked) })).toEqual(expected);
});

test('all that is not as expected is told, in the order of the expectations', () => {
  expect(found({ phase: 'Healthy', weight: 0, weights: [20, 100], left: [5, 0] }, aborted()).map(text => text.split(':')[0]))
    .toEqual(['phase at the end', 'weights', 'ready pods, new and old, at the end']);
});
