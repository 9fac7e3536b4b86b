// Something changes the number of pods in the middle of a release, and something takes pods away.
import { Duration } from 'cdk8s';
import { Analysis, DisruptionBudget, Promotion, Ramp, Scaling } from 'rolloutkit';
import { bare, shop, switched } from './rendered';
import { always, answers } from './series';
import type { Command } from '../harness/drivers';
import type { KubeObject } from '../harness/objects';
import type { Ground, Scenario } from '../harness/scenario';

const scaling = Scaling.hpa({ min: 4, max: 8 });
const ramp = Ramp.stages([25, 50, 75], { hold: Duration.minutes(5) });
const analyses = [Analysis.successRate()];
// Holds of 15 s, long enough for pods to come and go in them.
const byPods: Ground = { engine: 'argo', manifests: bare({ ramp, scaling }), factor: 20 };
const routed: Ground = { engine: 'argo', manifests: shop({ ramp: Ramp.stages([25, 50], { hold: Duration.minutes(5) }), scaling }), factor: 20 };
const disruptionBudget = DisruptionBudget.atMostDown();

const naiveBudget = (): KubeObject => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'shop' },
  spec: { minAvailable: 2, selector: { matchLabels: { 'app.kubernetes.io/name': 'shop' } } },
});

/** As an autoscaler writes it. It has no metrics here, and leaves what lies between its limits alone. */
const to = (replicas: number): Command => ({ change: { replicas } });
const followed: Command = { note: 'the pods have followed' };
const promoted = { promoted: true, phase: 'Healthy', quiet: 2 };

export const scenarios: readonly Scenario[] = [
  {
    ...byPods,
    id: 'scaling/first-deploy',
    why: 'a Rollout that says nothing of its pods begins with one, and the autoscaler finds it by its kind and name and raises it to the fewest',
    first: {},
    until: { phase: 'Healthy', pods: [4, 0] },
    expect: { phase: 'Healthy', weight: 100, left: [4, 0] },
  },
  {
    ...byPods,
    id: 'scaling/up-in-a-hold',
    why: 'pods of both versions follow, the weight stays, and what is promoted has as many as there are by then',
    change: { replicas: 4 },
    script: [{ weight: 25, pods: [1, 3], then: to(8) }, { weight: 25, pods: [2, 6], then: followed }, { weight: 75, then: { note: 'the last stage' } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [25, 50, 75, 100], pods: { 25: [2, 6], 50: [4, 4], 75: [6, 2] }, left: [8, 0] },
  },
  {
    ...byPods,
    id: 'scaling/down-in-a-hold',
    why: 'as few pods as there may be still give every weight of the default ramp',
    change: { replicas: 8 },
    script: [{ weight: 25, pods: [2, 6], then: to(4) }, { weight: 25, pods: [1, 3], then: followed }, { weight: 75, then: { note: 'the last stage' } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [25, 50, 75, 100], pods: { 25: [1, 3], 50: [2, 2], 75: [3, 1] }, left: [4, 0] },
  },
  {
    engine: 'argo',
    manifests: bare({ ramp, scaling, analyses }),
    factor: 60,
    id: 'scaling/up-while-a-gate-asks',
    why: 'pods that come while a gate asks do not end it, and what fails afterwards goes back to as many old pods as there are by then',
    change: { replicas: 4 },
    series: answers({ 'success-rate': 'empty' }),
    script: [
      { gate: 'Running', weight: 25, then: to(8) },
      { pods: [2, 6], then: { set: { 'success-rate': 50 } } },
    ],
    until: { aborted: true, phase: 'Degraded', pods: [0, 8], quiet: 2 },
    expect: { phase: 'Degraded', weight: 0, weights: [25, 0], left: [0, 8], abort: { weight: 25, metric: 'success-rate' } },
  },
  {
    ...routed,
    id: 'scaling/up-behind-a-router',
    // A weight moves when the pods for it are there.
    why: 'behind a router the stable version gets all pods that are asked for, and the canary its share of that many',
    change: { replicas: 4 },
    script: [{ weight: 25, pods: [2, 4], then: to(8) }, { weight: 25, pods: [2, 8], then: followed }],
    until: { promoted: true, phase: 'Healthy' },
    expect: { phase: 'Healthy', weight: 100, weights: [25, 50, 100], pods: { 25: [4, 8], 50: [8, 8] } },
  },
  {
    engine: 'argo',
    manifests: switched({ replicas: undefined, scaling, promotion: Promotion.manual() }),
    factor: 60,
    id: 'scaling/up-beside-a-preview',
    why: 'the preview of a blue-green follows as well, so that what is switched to has all pods',
    change: { replicas: 4 },
    script: [{ pods: [4, 4], pause: 'BlueGreenPause', then: to(8) }, { pods: [8, 8], then: { promote: true } }],
    until: { promoted: true, phase: 'Healthy' },
    expect: { phase: 'Healthy', weight: 100, leads: { shop: ['new'] }, left: [8, 8] },
  },
  {
    engine: 'argo',
    manifests: bare({ ramp, scaling: Scaling.keda('shop', { min: 0, max: 8 }) }),
    factor: 60,
    id: 'scaling/release-of-no-pods',
    why: 'a release that comes while there are no pods is promoted without one, when nothing is asked',
    change: { replicas: 0 },
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [25, 50, 75, 100], pods: { 25: [0, 0], 75: [0, 0] }, left: [0, 0] },
  },
  {
    engine: 'argo',
    manifests: bare({ ramp, analyses, scaling: Scaling.keda('shop', { min: 0, max: 8 }) }),
    factor: 60,
    id: 'scaling/questions-to-no-pods',
    why: 'a gate holds it until there are pods to ask',
    change: { replicas: 0 },
    series: always('empty'),
    script: [{ gate: 'Running', weight: 25, seconds: 10, then: to(4) }, { pods: [1, 3], then: { set: { 'success-rate': 99.9, 'catastrophic-errors': 0 } } }],
    until: promoted,
    expect: { phase: 'Healthy', weight: 100, weights: [25, 50, 75, 100], pods: { 25: [1, 3] }, left: [4, 0] },
  },
  {
    ...byPods,
    id: 'scaling/budget-of-a-canary',
    manifests: bare({ ramp, replicas: 4, disruptionBudget }),
    why: 'of both versions together one pod may go, as of one version alone',
    until: { weight: 50, pods: [2, 2], quiet: 2 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 50, evictable: { shop: { mayGo: 1, of: 4 } } },
  },
  {
    engine: 'argo',
    manifests: switched({ disruptionBudget, promotion: Promotion.manual() }),
    factor: 60,
    id: 'scaling/budget-of-a-blue-green',
    why: 'one pod of both versions may go: a number of pods that must be up would let all of one version go',
    until: { pods: [3, 3], pause: 'BlueGreenPause', quiet: 2 },
    expect: { phase: 'Paused', pauses: ['BlueGreenPause'], weight: 0, evictable: { shop: { mayGo: 1, of: 6 } } },
  },
  {
    engine: 'argo',
    manifests: switched({ disruptionBudget, promotion: Promotion.manual() }),
    factor: 60,
    id: 'scaling/budget-beside-a-broken-preview',
    why: 'a preview that never gets ready counts as pods that are down: no healthy pod may go until it is gone, whatever the budget says',
    next: { 'lab/ready': 'false' },
    until: { pods: [0, 3], quiet: 3 },
    expect: { phase: 'Progressing', weight: 0, evictable: { shop: { mayGo: 0, of: 6 } } },
  },
  {
    engine: 'argo',
    manifests: () => [...switched({ promotion: Promotion.manual() })(), naiveBudget()],
    factor: 60,
    id: 'scaling/naive-budget-of-a-blue-green',
    why: 'two of three pods must be up: while a preview of three is beside them, four may go, and so all three that have the traffic',
    until: { pods: [3, 3], pause: 'BlueGreenPause', quiet: 2 },
    expect: { phase: 'Paused', pauses: ['BlueGreenPause'], weight: 0, evictable: { shop: { mayGo: 4, of: 6 } } },
  },
];
