// Whole ramps without a router, as they are rendered: 5, 25 and 50 % of twenty pods, 20 and 50 % of ten.
import { answers } from './series';
import type { Moment } from '../harness/moments';
import type { Ground, Scenario } from '../harness/scenario';

const stages: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/stages.k8s.yaml'],
  without: ['HTTPRoute'],
  // What is rendered without a router, and as many pods as these weights need.
  change: {
    replicas: 20,
    strategy: {
      canary: { trafficRouting: undefined, stableService: undefined, minPodsPerReplicaSet: undefined, maxSurge: '25%', maxUnavailable: 0 },
    },
  },
  // Holds of 3 s.
  factor: 100,
};
const minutes: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/minutes.k8s.yaml'],
  // Holds of 2 and 4 s.
  factor: 30,
};
/** New pods may take their time, and old ones theirs to come back. */
const promotedWith = (fresh: number): Moment => ({ promoted: true, phase: 'Healthy', pods: [fresh, 0], quiet: 2 });
const abortedWith = (old: number): Moment => ({ aborted: true, phase: 'Degraded', pods: [0, old], quiet: 2 });

export const scenarios: readonly Scenario[] = [
  {
    ...stages,
    id: 'stages/good',
    why: 'a healthy version takes each of the three stages, with as many pods as the weight says',
    series: answers(),
    until: promotedWith(20),
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 25, 50, 100],
      pods: { 5: [1, 19], 25: [5, 15], 50: [10, 10] },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 3 }],
    },
  },
  {
    ...stages,
    id: 'stages/bad-from-25',
    why: 'a fault that only more pods show ends the rollout there',
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, 0.1], [25, 5]] } }),
    until: abortedWith(20),
    // Guard and gate ask the same; which of them hears it twice first is chance.
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 25, 0],
      abort: { weight: 25, metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  {
    ...minutes,
    id: 'minutes/good',
    why: 'a healthy version takes both stages, with as many pods as the weight says',
    series: answers(),
    until: promotedWith(10),
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [20, 50, 100],
      pods: { 20: [2, 8], 50: [5, 5] },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 2 }],
    },
  },
  {
    ...minutes,
    id: 'minutes/catastrophe-from-50',
    why: 'of a catastrophe that only more pods show one answer is enough, and the old pods come back',
    series: answers({ 'catastrophic-errors': { over: 'weight', answers: [[0, 0.1], [50, 30]] } }),
    until: abortedWith(10),
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [20, 50, 0],
      abort: { weight: 50, by: 'Background', metric: 'catastrophic-errors' },
      message: /"catastrophic-errors" assessed Failed due to failed \(1\) > failureLimit \(0\)/,
    },
  },
  {
    ...minutes,
    id: 'minutes/operator-aborts',
    why: 'who aborts gets the old pods back, without waiting for anything',
    series: answers(),
    script: [{ weight: 50, pods: [5, 5], then: { abort: true } }],
    until: abortedWith(10),
    expect: { phase: 'Degraded', weight: 0, weights: [20, 50, 0], message: /^RolloutAborted: / },
  },
  {
    ...minutes,
    id: 'minutes/gate-alone',
    why: 'a gate gates by itself without a router, too',
    change: { strategy: { canary: { analysis: undefined } } },
    series: answers({ 'error-rate': 5 }),
    until: abortedWith(10),
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [20, 0],
      abort: { weight: 20, by: 'Step', metric: 'error-rate' },
      runs: [{ type: 'Step', phase: 'Failed', metric: 'error-rate', counts: { failed: 2, successful: 0 } }],
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
];
