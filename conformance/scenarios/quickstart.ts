// The quickstart, as it is rendered: five pods, no router.
import { answers } from './series';
import type { Expectation } from '../harness/expectations';
import type { Ground, Scenario } from '../harness/scenario';

const quickstart: Ground = {
  engine: 'argo',
  manifests: ['examples/quickstart/expected/shop.k8s.yaml'],
  // A hold of 5 s and an answer every 2 s; the catastrophes are asked every second, half as often as they should be.
  factor: 60,
};
const rolledBack: Expectation = { phase: 'Degraded', weight: 0, left: [0, 5], queries: 'canary' };

export const scenarios: readonly Scenario[] = [
  {
    ...quickstart,
    id: 'quickstart/good',
    why: 'a healthy version takes each stage and then all, with as many pods as the weight says, and only its own pods are asked about',
    series: answers(),
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [20, 40, 60, 80, 100],
      pods: { 20: [1, 4], 40: [2, 3], 60: [3, 2], 80: [4, 1] },
      services: { 'checkout': 'all', 'checkout-canary': 'new' },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 4 }],
      queries: 'canary',
      sameStory: 'conformance/traces/quickstart-good.json',
    },
  },
  {
    ...quickstart,
    id: 'quickstart/bad-at-40',
    why: 'a version that goes bad in a hold is rolled back from there, by the guard, after the second bad answer',
    series: answers(),
    script: [{ weight: 40, then: { set: { 'success-rate': 95, 'catastrophic-errors': 5 } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      ...rolledBack,
      weights: [20, 40, 0],
      abort: { weight: 40, by: 'Background', metric: 'success-rate' },
      runs: [{ type: 'Background', phase: 'Failed', metric: 'success-rate', counts: { failed: 2 } }],
      switches: { 'checkout': { atMost: 0 }, 'checkout-canary': { atMost: 2 } },
      message: /RolloutAborted.*"success-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
      sameStory: 'conformance/traces/quickstart-bad-at-40.json',
    },
  },
  {
    ...quickstart,
    id: 'quickstart/slow-at-60',
    why: 'every question is guarded, not only the first',
    series: answers(),
    script: [{ weight: 60, then: { set: { latency: 900 } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      ...rolledBack,
      weights: [20, 40, 60, 0],
      abort: { weight: 60, by: 'Background', metric: 'latency' },
      message: /"latency" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  ...([['catastrophic-errors', 30], ['restarts', 5], ['out-of-memory', 1]] as const).map(([metric, answer]): Scenario => ({
    ...quickstart,
    id: `quickstart/catastrophe-${metric}`,
    why: 'of a catastrophe one answer is enough',
    series: answers(),
    script: [{ weight: 20, then: { set: { [metric]: answer } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      ...rolledBack,
      weights: [20, 0],
      abort: { weight: 20, by: 'Background', metric },
      runs: [{ type: 'Background', phase: 'Failed', metric, counts: { failed: 1 } }],
      message: new RegExp(`"${metric}" assessed Failed due to failed \\(1\\) > failureLimit \\(0\\)`),
    },
  })),
  {
    ...quickstart,
    id: 'quickstart/one-bad-answer',
    why: 'a single bad answer may be chance, and ends nothing',
    series: answers(),
    // An answer every 4 s, so that there is time to be good again. A busy controller may ask twice and keep one answer.
    factor: 30,
    script: [
      { weight: 40, then: { set: { 'success-rate': 95 } } },
      { measured: 'Failed', then: { set: { 'success-rate': 99.9 } } },
    ],
    until: { weight: 60, phase: 'Paused' },
    expect: {
      phase: 'Paused',
      pauses: ['CanaryPauseStep'],
      weight: 60,
      weights: [20, 40, 60],
      runs: [{ type: 'Background', phase: 'Running', metric: 'success-rate', counts: { failed: 1 } }],
    },
  },
  {
    ...quickstart,
    id: 'quickstart/never-ready',
    why: 'pods that never get ready take no traffic and end the rollout at the progress deadline, without an answer being asked',
    // Ten minutes are not compressed: they are no wait between two answers.
    change: { progressDeadlineSeconds: 5 },
    next: { 'lab/ready': 'false' },
    series: answers(),
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded', weight: 0, weights: [20, 0], left: [0, 5], message: /"checkout-[a-z0-9]+" has timed out progressing/,
    },
  },
  {
    ...quickstart,
    id: 'quickstart/second-image',
    why: 'an image that comes in the middle begins with the first weight, under a guard of its own',
    series: answers(),
    script: [{ weight: 40, gate: 'Running', then: { image: 'third' } }],
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [20, 40, 20, 40, 60, 80, 100],
      left: [5, 0],
      runs: [{ type: 'Background', phase: 'Successful', times: 2 }],
    },
  },
];
