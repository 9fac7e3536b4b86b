// Taking over a Deployment that serves requests: how its pods go, and how the next versions come.
import { Duration } from 'cdk8s';
import { Analysis, HandOver, Ramp } from 'rolloutkit';
import { switchedOver, takenOver } from './rendered';
import { answers } from './series';
import { readManifests } from '../harness/manifests';
import type { Moment } from '../harness/moments';
import type { KubeObject } from '../harness/objects';
import type { Ground, Scenario } from '../harness/scenario';

/** A pod takes a moment to be ready, in each version. */
const slow = { 'lab/after': '1s' };
const release = { ramp: Ramp.stages([20, 60], { hold: Duration.minutes(1) }), analyses: [Analysis.errorRate()] };
const adopted: Ground & Pick<Scenario, 'running'> = { engine: 'argo', manifests: takenOver(release), factor: 15, running: 5 };
const gone: Moment = { scaled: { shop: 0 } };
const healthy: Moment = { phase: 'Healthy', promoted: true };

/** A step of the example, by its number. */
const stepOf = (number: number): string => `examples/hand-over/expected/shop.step-${number}.k8s.yaml`;
/** The template that moves into the Rollout. */
const { template: moved } = readManifests([stepOf(4)]).find(({ kind }) => kind === 'Rollout')!.spec;

/** The Deployment of these as a ReplicaSet. */
function replicaSet(objects: KubeObject[]): KubeObject[] {
  return objects.map(object => {
    if (object.kind === 'Rollout') object.spec.workloadRef = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'shop' };
    if (object.kind !== 'Deployment') return object;
    const { replicas, selector, template } = object.spec;
    return { ...object, kind: 'ReplicaSet', metadata: { ...object.metadata, labels: selector.matchLabels }, spec: { replicas, selector, template } };
  });
}

export const scenarios: readonly Scenario[] = [
  {
    ...adopted,
    id: 'adoption/progressively',
    why: 'a Deployment loses a pod for each that the rollout has ready, so that nobody who calls the Service meets fewer than before',
    first: slow,
    series: answers(),
    until: { ...healthy, ...gone, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], deployments: { shop: 0 }, fewest: { shop: { atLeast: 5 } }, versions: 1 },
  },
  {
    ...adopted,
    id: 'adoption/on-success',
    why: 'both sets of pods run until the rollout has all of its own, and then the Deployment loses all at once',
    manifests: takenOver({ ...release, handOver: HandOver.onSuccess() }),
    first: slow,
    series: answers(),
    until: { ...healthy, ...gone, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], deployments: { shop: 0 }, fewest: { shop: { atLeast: 5 } }, versions: 1 },
  },
  {
    ...adopted,
    id: 'adoption/good',
    why: 'the next version is a new template of the Deployment, which has no pods of its own any more, and takes every step',
    rest: gone,
    series: answers(),
    until: { ...healthy, pods: [5, 0], quiet: 3 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [20, 60, 100],
      pods: { 20: [1, 4], 60: [3, 2] },
      deployments: { shop: 0 },
      images: { shop: 'registry.example/shop:next' },
      fewest: { shop: { atLeast: 5 } },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 2 }],
      queries: 'canary',
    },
  },
  {
    ...adopted,
    id: 'adoption/bad-from-60',
    why: 'a bad version goes back to the pods of the rollout; the Deployment stays without any, and keeps the bad template',
    rest: gone,
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, 0.1], [60, 5]] } }),
    until: { aborted: true, phase: 'Degraded', pods: [0, 5], quiet: 3 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [20, 60, 0],
      abort: { weight: 60, metric: 'error-rate' },
      deployments: { shop: 0 },
      images: { shop: 'registry.example/shop:next' },
      fewest: { shop: { atLeast: 5 } },
    },
  },
  {
    ...adopted,
    id: 'adoption/never',
    why: 'where nothing is handed over, the pods of the Deployment change version at once while the rollout is at its first step',
    manifests: takenOver({ ...release, handOver: HandOver.never(), replicas: 5 }),
    series: answers(),
    until: { step: 1, pause: 'CanaryPauseStep', pods: [1, 4], scaled: { shop: 5 } },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 20, deployments: { shop: 5 }, images: { shop: 'registry.example/shop:next' } },
  },
  {
    ...adopted,
    id: 'adoption/put-back-at-first',
    why: 'while the rollout runs its first version the controller takes away again what an apply brings back',
    first: slow,
    series: answers(),
    script: [{ ...healthy, ...gone, quiet: 1, then: { patch: [{ kind: 'Deployment', name: 'shop', spec: { replicas: 5 } }] } }],
    until: { ...gone, seconds: 5, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], deployments: { shop: 0 }, fewest: { shop: { atLeast: 5 } } },
  },
  {
    ...adopted,
    id: 'adoption/put-back-later',
    why: 'after that nobody does: the pods that an apply brings back stay',
    rest: gone,
    series: answers(),
    script: [{ ...healthy, quiet: 1, then: { patch: [{ kind: 'Deployment', name: 'shop', spec: { replicas: 5 } }] } }],
    until: { scaled: { shop: 5 }, seconds: 5, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], deployments: { shop: 5 } },
  },
  {
    ...adopted,
    id: 'adoption/fewer-pods',
    why: 'a rollout that asks for fewer pods than the Deployment has leaves that many, from its first ready pod on',
    manifests: takenOver({ ...release, replicas: 3 }),
    first: slow,
    series: answers(),
    until: { ...healthy, ...gone, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [3, 0], fewest: { shop: { atMost: 4 } } },
  },
  {
    ...adopted,
    id: 'adoption/no-number',
    why: 'a rollout that asks for no number gets one pod, for which all of the Deployment go',
    change: { replicas: undefined },
    first: slow,
    series: answers(),
    until: { ...healthy, ...gone, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [1, 0], fewest: { shop: { atMost: 1 } } },
  },
  {
    ...adopted,
    id: 'adoption/blue-green',
    why: 'a Service that exists is led to the rollout when all of its pods are there',
    manifests: switchedOver({}),
    first: slow,
    series: answers(),
    until: { ...healthy, ...gone, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], deployments: { shop: 0 }, fewest: { shop: { atLeast: 5 } }, leads: { shop: ['new'] } },
  },
  {
    ...adopted,
    id: 'adoption/replica-set',
    why: 'a new template of a ReplicaSet is a new version as well; its own pods stay where they are',
    manifests: () => replicaSet(takenOver({ ...release, handOver: HandOver.never(), replicas: 5 })()),
    series: answers(),
    until: { step: 1, pause: 'CanaryPauseStep', pods: [1, 4] },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 20, weights: [20], fewest: { shop: { atLeast: 5 } }, versions: 2 },
  },
  {
    ...adopted,
    id: 'adoption/own-template',
    why: 'the template that moves into the rollout is the version that runs, and the Deployment can go without anybody noticing',
    manifests: [stepOf(2)],
    first: {},
    series: answers(),
    script: [
      { ...healthy, scaled: { checkout: 0 }, quiet: 1, then: { patch: [{ kind: 'Rollout', name: 'checkout', spec: { workloadRef: null, template: moved } }] } },
      { ...healthy, quiet: 3, then: { remove: ['Deployment', 'checkout'] } },
    ],
    until: { ...healthy, seconds: 5, quiet: 3 },
    expect: { phase: 'Healthy', weight: 100, left: [5, 0], fewest: { checkout: { atLeast: 5 } }, versions: 1 },
  },
];
