// The weights, header routes and mirror routes that the controller writes for Istio, as they are rendered and as they are often written.
import { Analysis, IstioTraffic, Step } from 'rolloutkit';
import { meshed } from './rendered';
import { answers } from './series';
import type { Expectation } from '../harness/expectations';
import type { Fields, KubeObject } from '../harness/objects';
import type { Ground, Scenario } from '../harness/scenario';

const errorRate = Analysis.errorRate();
// Holds of 5 s, an answer every 2 s.
const ground: Omit<Ground, 'manifests'> = { engine: 'argo', factor: 60 };
const staged: Ground = { ...ground, manifests: meshed({ replicas: 4, analyses: [errorRate] }) };
const subsetted: Ground = {
  ...ground, manifests: meshed({ replicas: 4, analyses: [errorRate], traffic: new IstioTraffic({ hosts: ['shop'], subsets: true }) }),
};

const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
const copies = { route: 'copies', percent: 35, matches: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] };
/** A route to pods that are not there yet is taken away again. */
const pods = Step.scale({ percent: 25 });
/** A person decides after each of the steps that count, so that each is seen. */
const spelledOut = meshed({
  steps: [
    pods, Step.headers(internal), Step.approval(), Step.mirror(copies), Step.weight(20), Step.approval(),
    Step.headers({ route: 'internal' }), Step.approval(), Step.mirror({ route: 'copies' }), Step.approval(),
  ],
});
const [HEADERS, BOTH, COPIES, NONE] = [2, 5, 7, 9];
const approvals = [HEADERS, BOTH, COPIES, NONE].map(step => ({ step, pause: 'CanaryPauseStep', then: { promote: true } }));
const matches = [{ headers: { 'x-internal': { exact: 'true' } } }];

const finished = { promoted: true, phase: 'Healthy', routed: 0, quiet: 2 } as const;
const aborted = { aborted: true, phase: 'Degraded', quiet: 2 } as const;
const done: Expectation = { phase: 'Healthy', weight: 100 };
const badFrom25 = answers({ 'error-rate': { over: 'weight', answers: [[0, 0.1], [25, 5]] } });
const rolledBack: Expectation = {
  phase: 'Degraded',
  weight: 0,
  weights: [5, 25, 0],
  meshWeights: [5, 25, 0],
  abort: { weight: 25, by: 'Background', metric: 'error-rate' },
  message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
};

export const scenarios: readonly Scenario[] = [
  {
    ...staged,
    id: 'istio/good',
    why: 'the VirtualService carries each weight, and everything goes to the stable Service again when the new version is the stable one',
    series: answers(),
    until: finished,
    expect: {
      ...done,
      weights: [5, 25, 50, 100],
      meshWeights: [5, 25, 50, 100, 0],
      meshRoutes: [['shop']],
      queries: 'canary',
      services: { 'shop': 'old', 'shop-canary': 'new' },
    },
  },
  {
    ...staged,
    id: 'istio/bad-from-25',
    why: 'a bad version loses its share at once, in the VirtualService and not only in the status',
    series: badFrom25,
    until: aborted,
    expect: rolledBack,
  },
  {
    ...subsetted,
    id: 'istio/subsets-good',
    why: 'behind one Service the subsets find the pods of their versions, and the Service is left alone',
    series: answers(),
    until: finished,
    expect: {
      ...done,
      weights: [5, 25, 50, 100],
      meshWeights: [5, 25, 50, 100, 0],
      services: { shop: 'all' },
      subsets: { stable: 'old', canary: 'new' },
      queries: 'canary',
    },
  },
  {
    ...subsetted,
    id: 'istio/subsets-bad-from-25',
    why: 'subsets lose the share of a bad version as Services do',
    series: badFrom25,
    until: aborted,
    expect: { ...rolledBack, subsets: { stable: 'old', canary: 'new' } },
  },
  {
    ...ground,
    manifests: spelledOut,
    id: 'istio/headers-and-mirror',
    why: 'a header route and a mirror route are there from their steps to the steps that take them away, before the route of the weights',
    script: approvals,
    until: finished,
    expect: {
      ...done,
      meshWeights: [0, 20, 100, 0],
      meshRoutes: [['shop'], ['internal', 'shop'], ['internal', 'copies', 'shop'], ['copies', 'shop'], ['shop']],
      meshRoute: {
        internal: { match: matches, to: { 'shop-canary': 100 } },
        copies: {
          match: [{ method: { exact: 'GET' }, uri: { prefix: '/' } }],
          to: { 'shop': 80, 'shop-canary': 20 },
          mirror: { to: 'shop-canary', percent: 35 },
        },
      },
    },
  },
  {
    ...ground,
    manifests: spelledOut,
    id: 'istio/abort-takes-routes-away',
    why: 'an abort leaves neither weight nor route behind',
    script: [approvals[0]!, { step: BOTH, pause: 'CanaryPauseStep', then: { abort: true } }],
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      message: /^RolloutAborted: /,
      meshWeights: [0, 20, 0],
      meshRoutes: [['shop'], ['internal', 'shop'], ['internal', 'copies', 'shop'], ['shop']],
    },
  },
  {
    ...ground,
    manifests: meshed({ steps: [pods, Step.headers(internal), Step.approval(), Step.weight(20)], traffic: new IstioTraffic({ hosts: ['shop'], subsets: true }) }),
    id: 'istio/subset-headers',
    why: 'a header route leads to the subset of the canary, and the end takes away what no step did',
    script: [approvals[0]!],
    until: finished,
    expect: {
      ...done,
      meshWeights: [0, 20, 100, 0],
      meshRoutes: [['shop'], ['internal', 'shop'], ['shop']],
      meshRoute: { internal: { match: matches, to: { 'shop/canary': 100 } } },
    },
  },
  {
    ...ground,
    manifests: unsaid(meshed({ steps: [pods, Step.headers(internal), Step.weight(20), Step.approval()] })),
    id: 'istio/header-beside-route-unsaid',
    why: 'beside a header route the controller does not find a named route that the Rollout does not name: the weight is in the status and '
      + 'nowhere else (rule istio-managed-routes)',
    until: { step: 3, pause: 'CanaryPauseStep', quiet: 1 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 20, meshWeights: [0], meshRoutes: [['shop'], ['internal', 'shop']] },
  },
  {
    ...ground,
    manifests: changed(unsaid(meshed({ steps: [pods, Step.mirror(copies), Step.weight(20), Step.approval()] })), 'VirtualService', ({ http }) => { delete http[0].name; }),
    id: 'istio/mirror-beside-route-unsaid',
    why: 'beside a mirror route only that one gets the weight: requests that it does not match go on to the stable version (rule istio-managed-routes)',
    until: { step: 3, pause: 'CanaryPauseStep', quiet: 1 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 20, meshWeights: [0], meshRoute: { copies: { to: { 'shop': 80, 'shop-canary': 20 } } } },
  },
  {
    ...ground,
    manifests: unsaid(spelledOut),
    id: 'istio/mirror-and-header-beside-route-unsaid',
    why: 'beside both the controller finds nothing to copy the weights from, and the rollout stays where it is without a word (rule istio-managed-routes)',
    script: [approvals[0]!],
    until: { step: 3, quiet: 8 },
    expect: { phase: 'Progressing', weight: 0, meshWeights: [0], meshRoutes: [['shop'], ['internal', 'shop']] },
  },
  {
    ...ground,
    manifests: changed(meshed({ steps: [pods, Step.headers(internal), Step.weight(20), Step.approval()] }), 'Rollout', ({ strategy }) => { strategy.canary.steps.shift(); }),
    id: 'istio/route-before-pods',
    why: 'a header route that comes before there are pods of the canary leads nowhere, and is taken away as soon as that is seen (rule route-needs-pods)',
    until: { step: 2, pause: 'CanaryPauseStep', quiet: 1 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 20, meshWeights: [0, 20], meshRoutes: [['shop'], ['internal', 'shop'], ['shop']] },
  },
  {
    ...staged,
    manifests: changed(staged.manifests as () => KubeObject[], 'VirtualService', ({ http: [{ route }] }) => {
      route[0].weight = 50;
      route.unshift({ destination: { host: 'legacy' }, weight: 50 });
    }),
    id: 'istio/other-destination',
    why: 'a destination that is no version is taken away, and the weights are written one place too far: with the very first version two requests '
      + 'in three go to the Service of the canary (rule istio-other-destinations)',
    first: {},
    until: { phase: 'Healthy' },
    expect: { phase: 'Healthy', weight: 100, meshWeights: [0, 100], meshRoute: { shop: { to: { 'shop': 50, 'shop-canary': 100 } } } },
  },
  {
    ...subsetted,
    manifests: changed(subsetted.manifests as () => KubeObject[], 'DestinationRule', ({ subsets }) => { subsets.push({ name: 'test', labels: { track: 'test' } }); }),
    change: { strategy: { canary: { trafficRouting: { istio: { destinationRule: { additionalSubsetNames: ['test'] } } } } } },
    id: 'istio/further-subset',
    why: 'a subset that is no version is taken out of the DestinationRule, even one that the Rollout names (rule istio-subsets)',
    series: answers(),
    until: { weight: 5, phase: 'Paused' },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 5, subsets: { stable: 'old', canary: 'new' } },
  },
];

/** The Rollout does not name the route that gets the weights. */
function unsaid(build: () => KubeObject[]): () => KubeObject[] {
  return changed(build, 'Rollout', ({ strategy }) => { delete strategy.canary.trafficRouting.istio.virtualService.routes; });
}

/** The same with a change of the spec of one object. */
function changed(build: () => KubeObject[], kind: string, change: (spec: Fields) => void): () => KubeObject[] {
  return () => {
    const objects = build();
    change(objects.find(object => object.kind === kind)!.spec);
    return objects;
  };
}
