// Every router that Flagger follows, as it is rendered, to both ends of a release: what it writes into the object that divides the requests,
// at each tick.
import { Action, FlaggerHookType, Hook, HttpMethod, Promotion } from 'rolloutkit';
import { HEADER, shopBehind } from './flagger/rendered';
import type { Release, RouterName } from './flagger/rendered';
import { linkerdSmi } from './flagger/routers';
import { BAD, GOOD, shop, SLACK, SUCCESS_RATE, SUCCESS_RATE_QUERY } from './flagger/shop';
import type { Expectation } from '../harness/expectations';
import type { Scenario } from '../harness/scenario';

interface Routed {
  readonly id: RouterName;
  /** Which object has the weight. */
  readonly object: (scenario: string) => string;
  /** What the object says while requests with a header are led to the new version; absent where the router cannot. */
  readonly headers?: Pick<Expectation, 'routeHeaders' | 'routeWeights'>;
  /** Nothing knows the real definition of its objects. */
  readonly permissive?: true;
  /** It makes the pods itself, and there is no Deployment. */
  readonly ownPods?: true;
  /** Its route is of no namespace and named like the Service, so that each needs a Service of its own. */
  readonly ownService?: true;
}

/** A rule of its own for the header, in front of the others. */
const ruleInFront = (object: string): Routed['headers'] => ({ routeHeaders: { [object]: [[HEADER]] }, routeWeights: { [object]: [100, 0] } });
const routers: readonly Routed[] = [
  { id: 'nginx', object: () => 'Ingress shop-canary', headers: { routeHeaders: { 'Ingress shop-canary': [[], [HEADER], []] } } },
  { id: 'istio', object: () => 'VirtualService shop', headers: { routeHeaders: { 'VirtualService shop': [[], [HEADER], []] } } },
  { id: 'gateway-api', object: () => 'HTTPRoute shop', headers: ruleInFront('HTTPRoute shop') },
  { id: 'gateway-api-v1beta1', object: () => 'HTTPRoute shop', headers: ruleInFront('HTTPRoute shop') },
  { id: 'linkerd', object: () => 'HTTPRoute shop', headers: ruleInFront('HTTPRoute shop') },
  { id: 'contour', object: () => 'HTTPProxy shop', headers: ruleInFront('HTTPProxy shop') },
  { id: 'traefik', object: () => 'TraefikService shop' },
  { id: 'apisix', object: () => 'ApisixRoute shop-shop-canary' },
  { id: 'skipper', object: () => 'Ingress shop-canary' },
  { id: 'kuma', object: scenario => `TrafficRoute shop-${scenario}`, permissive: true, ownService: true },
  { id: 'gloo', object: () => 'RouteTable shop', headers: { routeHeaders: { 'RouteTable shop': [[HEADER]] } }, permissive: true },
  { id: 'knative', object: () => 'KnativeService shop', permissive: true, ownPods: true },
];

/** Refused, and let through. */
const [NO, YES] = [403, 200];
const [weights, uneven] = [[25, 50], [1, 10, 80]] as const;
const canary = (more: Partial<Release> = {}): Release => ({ strategy: 'canary', weights, ...more });
const action = (name: string): Action => Action.http({ name, url: `http://hooks/${name}`, method: HttpMethod.POST });
const deployments = { 'shop': 0, 'shop-primary': 2 };
const promoted: Expectation = { phase: 'Succeeded', weight: 0, failedChecks: 0, deployments, images: { 'shop-primary': 'registry.example/shop:next' } };
const rolledBack: Expectation = { phase: 'Failed', weight: 0, failedChecks: 2, deployments, images: { 'shop-primary': 'registry.example/shop:1.0.0' } };
/** Twice, as the threshold says; the third look takes it back. */
const takenBack = (halt: RegExp): readonly RegExp[] => [halt, halt, /failed checks threshold reached 2/, /Canary failed! Scaling down shop/];

/** What happens, apart from the router. */
interface Story extends Pick<Scenario, 'why' | 'replies' | 'script' | 'series'> {
  readonly id: string;
  readonly release: Release;
  readonly expect: Expectation;
  /** The weights that its object goes through. */
  readonly route?: readonly number[];
}

const series = [{ name: SUCCESS_RATE.name, query: /^100 \* \(1 -/, answer: GOOD }];

const good: Story = {
  id: 'good',
  why: 'a healthy version waits for each gate, takes each weight, and gives all of it back to the primary that has its image',
  release: canary({
    tells: true,
    props: { hooks: [Hook.beforeTraffic(action('smoke-test'))], promotion: Promotion.manual() },
    controller: {
      gates: 'http://gates',
      webhooks: [
        { name: 'start', moment: FlaggerHookType.CONFIRM_ROLLOUT, url: 'http://hooks/start' },
        { name: 'more', moment: FlaggerHookType.CONFIRM_TRAFFIC_INCREASE, url: 'http://hooks/more' },
      ],
    },
  }),
  replies: { '/smoke-test': YES, '/start': [NO, NO, YES], '/more': [NO, YES, NO, YES], '/gate/check': [NO, NO, YES], [SLACK]: 200 },
  expect: {
    ...promoted,
    weights: [25, 50, 0],
    phases: ['Waiting', 'Progressing', 'WaitingPromotion', 'Promoting', 'Finalising', 'Succeeded'],
    events: [
      /waiting for approval start/, /Confirm-rollout check start passed/, /waiting for traffic increase approval more/, /weight 25/,
      /waiting for traffic increase approval more/, /weight 50/, /waiting for promotion approval promotion-approval/, /Promotion completed!/,
    ],
    // closed at weight 0, a gate lets the smoke test run once more
    calls: {
      '/smoke-test': { atLeast: 2, atMost: 2 },
      '/start': { atLeast: 3, atMost: 3 },
      '/gate/check': { atLeast: 3, atMost: 3 },
      [SLACK]: { body: /Canary analysis completed successfully/ },
    },
  },
  route: [25, 50, 0],
};
const bad: Story = {
  id: 'bad-at-50',
  why: 'a version that goes bad loses its share after the checks that are tolerated and one more, and whoever listens is told',
  release: canary({ tells: true }),
  replies: { [SLACK]: 200 },
  script: [{ weight: 50, then: { set: { [SUCCESS_RATE.name]: BAD } } }],
  expect: {
    ...rolledBack,
    weights: [25, 50, 0],
    phases: ['Progressing', 'Failed'],
    events: [/weight 50/, ...takenBack(/advancement success-rate 50\.00 < 99/)],
    calls: { [SLACK]: { body: /Failed checks threshold reached 2/ } },
  },
  route: [25, 50, 0],
};

const stories: readonly Story[] = [
  good,
  bad,
  {
    id: 'uneven',
    why: 'weights that are listed are taken one after the other',
    release: canary({ weights: uneven }),
    expect: { ...promoted, weights: [...uneven, 0] },
    route: [...uneven, 0],
  },
  {
    id: 'no-data',
    why: 'a store that has nothing to say halts the release and takes it back: to Flagger silence is a failure',
    release: canary({ weights: uneven }),
    script: [{ weight: 10, then: { set: { [SUCCESS_RATE.name]: 'empty' } } }],
    expect: { ...rolledBack, weights: [1, 10, 0], events: [/weight 10/, ...takenBack(/Halt advancement no values found/)] },
    route: [1, 10, 0],
  },
  {
    id: 'hook-fails',
    why: 'a load test that fails halts the release and takes it back, whatever the metrics say',
    release: canary({ props: { hooks: [Hook.duringTraffic(action('load-test'))] } }),
    replies: { '/load-test': [YES, 500] },
    expect: { ...rolledBack, weights: [25, 50, 0], events: [/weight 50/, ...takenBack(/advancement external check load-test failed/)] },
    route: [25, 50, 0],
  },
  {
    id: 'blue-green',
    why: 'after its iterations a healthy version gets all requests, and then the primary does',
    release: { strategy: 'blue-green' },
    expect: { ...promoted, events: [/iteration 3\/3/, /Routing all traffic to canary/, /Routing all traffic to primary/] },
    route: [100, 0],
  },
];

const abStories: readonly Story[] = [
  {
    id: 'ab-good',
    why: 'who sends the header gets the new version until the primary has it as well, and nobody else does',
    release: { strategy: 'ab-test' },
    expect: { ...promoted, events: [/iteration 1\/3/, /iteration 3\/3/, /Promotion completed!/] },
  },
  {
    id: 'ab-bad',
    why: 'who sends the header is led back when the version was bad',
    release: { strategy: 'ab-test' },
    script: [{ iterations: 2, then: { set: { [SUCCESS_RATE.name]: BAD } } }],
    expect: { ...rolledBack, events: [/iteration 2\/3/, ...takenBack(/advancement success-rate 50\.00 < 99/)] },
  },
];

/** Without a router there is no share to move: everything is looked at, and the Services are never led elsewhere. */
const withoutRouter: readonly Story[] = [
  {
    ...good,
    route: undefined,
    why: 'without a router a healthy version waits for each gate, is looked at as often as it should be, and becomes the primary',
    release: {
      ...good.release,
      strategy: 'blue-green',
      controller: { gates: 'http://gates', webhooks: [{ name: 'start', moment: FlaggerHookType.CONFIRM_ROLLOUT, url: 'http://hooks/start' }] },
    },
    expect: {
      ...promoted,
      phases: ['Waiting', 'Progressing', 'WaitingPromotion', 'Promoting', 'Finalising', 'Succeeded'],
      events: [/waiting for approval start/, /iteration 1\/3/, /iteration 3\/3/, /waiting for promotion approval promotion-approval/, /Promotion completed!/],
      calls: { '/start': { atLeast: 3, atMost: 3 }, '/gate/check': { atLeast: 3 }, [SLACK]: { body: /Canary analysis completed successfully/ } },
    },
  },
  {
    ...bad,
    route: undefined,
    id: 'bad',
    release: { strategy: 'blue-green', tells: true },
    script: [{ iterations: 2, then: { set: { [SUCCESS_RATE.name]: BAD } } }],
    expect: { ...rolledBack, phases: ['Progressing', 'Failed'], events: [/iteration 2\/3/, ...bad.expect.events!.slice(1)], calls: bad.expect.calls },
  },
  {
    id: 'no-data',
    why: 'without requests to the new version there is nothing to answer, and that takes it back',
    release: { strategy: 'blue-green' },
    script: [{ iterations: 1, then: { set: { [SUCCESS_RATE.name]: 'empty' } } }],
    expect: { ...rolledBack, events: takenBack(/Halt advancement no values found/) },
  },
  {
    id: 'hook-fails',
    why: 'a load test that fails halts the release and takes it back, whatever the metrics say',
    release: { strategy: 'blue-green', props: { hooks: [Hook.duringTraffic(action('load-test'))] } },
    replies: { '/load-test': [YES, 500] },
    expect: { ...rolledBack, events: takenBack(/advancement external check load-test failed/) },
  },
];

const scenarioOf = (
  { id, object, permissive, ownPods, ownService }: Routed, { id: what, why, release, expect, route, ...story }: Story,
): Scenario => ({
  id: `flagger-routers/${id}-${what}`,
  why: permissive ? `${why}; its objects are permissive stand-ins, which take whatever is written` : why,
  engine: 'flagger',
  manifests: shopBehind(id, { ...release, ...ownService && { service: `shop-${what}` } }),
  factor: 60,
  series,
  ...story,
  until: { phase: expect.phase, quiet: 2 },
  expect: { ...ownPods ? withoutDeployments(expect) : expect, ...route && { routeWeights: { [object(what)]: route } } },
});

function withoutDeployments({ deployments: _, images: __, ...expect }: Expectation): Expectation {
  return { ...expect, ...expect.events && { events: expect.events.filter(event => !/Scaling down/.test(event.source)) } };
}

/** What a person decides at the gates of the load tester, which no router has a part in. */
const decided: readonly Story[] = [
  {
    id: 'approvals',
    why: 'a person opens the gate for the first share and for the next one, and until then nothing moves',
    release: canary({ approved: true, controller: { gates: 'http://gates' } }),
    replies: { '/gate/check': [NO, YES, NO, YES] },
    expect: {
      ...promoted,
      weights: [25, 50, 0],
      events: [
        /waiting for traffic increase approval stage-approval/, /weight 25/, /waiting for traffic increase approval stage-approval/, /weight 50/, /Promotion completed!/,
      ],
    },
    route: [25, 50, 0],
  },
  {
    id: 'manual-rollback',
    why: 'a person takes it back at once, and no failed check is needed for that',
    release: canary({ controller: { gates: 'http://gates', manualRollback: true } }),
    replies: { '/rollback/check': NO },
    script: [{ weight: 25, then: { reply: { '/rollback/check': YES } } }],
    expect: { ...rolledBack, failedChecks: 0, weights: [25, 0], events: [/weight 25/, /Rolling back shop\.\S+ manual webhook invoked/] },
    route: [25, 0],
  },
];

/** Of a version that nobody looks at, and of visitors who stay with one. */
const unasked: Story = {
  id: 'unasked',
  why: 'told not to look, it promotes whatever comes, without a share before and whatever the metrics say',
  release: canary({ controller: { skipAnalysis: true } }),
  series: [{ name: SUCCESS_RATE.name, query: /./, answer: BAD }],
  expect: { ...promoted, events: [/Promotion completed! Canary analysis was skipped/] },
  route: [],
};
const sticky: Omit<Story, 'route'> = {
  id: 'sticky',
  why: 'visitors who got the new version keep it by a cookie while the release goes on, and no longer',
  release: canary({ sticky: true }),
  expect: { ...promoted, weights: [25, 50, 0] },
};

/** What their routes say of those visitors: at the end they are led to the primary. */
const stickyRoutes: Readonly<Record<string, Pick<Expectation, 'routeHeaders' | 'routeWeights'>>> = {
  'istio': { routeHeaders: { 'VirtualService shop': [[], ['Cookie'], []] }, routeWeights: { 'VirtualService shop': [25, 50, 0] } },
  'gateway-api': { routeHeaders: { 'HTTPRoute shop': [[], ['Cookie']] }, routeWeights: { 'HTTPRoute shop': [100, 0] } },
};

/** By hand: the provider called linkerd writes TrafficSplits of SMI, which Linkerd gave up, and the library writes an HTTPRoute for it. */
const byHand: readonly Scenario[] = [
  { id: 'good', why: 'a healthy version takes each weight of a TrafficSplit', answer: GOOD, expect: { ...promoted, weights: [25, 50, 0] }, route: [25, 50, 0] },
  { id: 'bad', why: 'a bad version loses its share in a TrafficSplit', answer: BAD, expect: { ...rolledBack, events: takenBack(/advancement success-rate 50\.00 < 99/) }, route: [25, 0] },
].map(({ id, why, answer, expect, route }): Scenario => ({
  id: `flagger-routers/linkerd-smi-${id}`,
  why: `${why}; its objects are permissive stand-ins, which take whatever is written`,
  engine: 'flagger',
  manifests: shop(linkerdSmi, { interval: '1m', threshold: 2, stepWeight: 25, maxWeight: 50, metrics: [SUCCESS_RATE] }),
  factor: 60,
  series: [{ name: SUCCESS_RATE.name, query: SUCCESS_RATE_QUERY, answer }],
  until: { phase: expect.phase, quiet: 2 },
  expect: { ...expect, routeWeights: { 'TrafficSplit shop': route } },
}));

export const scenarios: readonly Scenario[] = [
  ...routers.flatMap(router => [
    ...stories.map(story => scenarioOf(router, story)),
    ...router.headers ? abStories.map(story => scenarioOf(router, { ...story, expect: { ...story.expect, ...router.headers } })) : [],
  ]),
  ...decided.map(story => scenarioOf(routers[0]!, story)),
  ...withoutRouter.map(story => scenarioOf({ id: 'none', object: () => '' }, story)),
  scenarioOf(routers[0]!, unasked),
  ...routers.filter(({ id }) => id in stickyRoutes)
    .map(router => scenarioOf(router, { ...sticky, expect: { ...sticky.expect, ...stickyRoutes[router.id] } })),
  ...byHand,
];
