// How the pods of a version fare: late, never ready, crashing. As it is rendered.
import { answers, healthy } from './series';
import type { Script } from '../harness/metrics';
import type { Ground, Scenario } from '../harness/scenario';

// Holds of 15 s: long enough for something to happen in them on a busy machine.
const quickstart: Ground = { engine: 'argo', manifests: ['examples/quickstart/expected/shop.k8s.yaml'], factor: 20 };
const routed: Ground = { engine: 'argo', manifests: ['examples/theory/expected/approval.k8s.yaml'], factor: 40 };
const crashing = { 'lab/crash-after': '3s' };
/** Nobody answers requests, and nobody counts them. */
const silent: Readonly<Record<string, Script>> = {
  'latency': 'empty', 'catastrophic-errors': 'empty', 'success-rate': 'empty', 'error-rate': 'empty', 'restarts': 'empty',
};

export const scenarios: readonly Scenario[] = [
  {
    ...quickstart,
    id: 'pods/first-never-ready',
    why: 'the first deploy has nothing to go back to: what never gets ready is degraded, not aborted, and stays so',
    // Ten minutes are not compressed: they are no wait between two answers.
    change: { progressDeadlineSeconds: 5 },
    first: { 'lab/ready': 'false' },
    series: answers(),
    until: { phase: 'Degraded', aborted: false, quiet: 12 },
    expect: {
      phase: 'Degraded', weight: 100, left: [0, 0], message: /^ProgressDeadlineExceeded: ReplicaSet "checkout-[a-z0-9]+" has timed out progressing/,
    },
  },
  {
    ...routed,
    id: 'pods/late',
    why: 'nothing is asked before there is a canary pod: what is missing until then is not held against it',
    next: { 'lab/after': '8s' },
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, 5], [5, 0.1]] } }),
    until: { weight: 30, phase: 'Paused' },
    expect: { phase: 'Paused', weight: 30, weights: [5, 30], ingress: [5, 30], runs: [{ type: 'Step', phase: 'Successful' }] },
  },
  {
    ...routed,
    id: 'pods/deadline-while-waiting',
    why: 'neither a hold nor a gate counts against the progress deadline, and afterwards it has not passed either',
    change: { progressDeadlineSeconds: 10 },
    series: answers(silent),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 14, then: { set: healthy } }],
    until: { weight: 30, quiet: 3 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 30, weights: [5, 30], held: { weight: 5, atLeast: 28 } },
  },
  {
    ...routed,
    id: 'pods/crash-behind-a-router',
    why: 'a version without a ready pod gets no traffic, although its step says so; the restarts end it',
    next: crashing,
    series: answers(),
    script: [{ step: 1, weight: 0, then: { set: { ...silent, restarts: 5 } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 0, by: 'Background', metric: 'restarts' },
      message: /"restarts" assessed Failed due to failed \(1\) > failureLimit \(0\)/,
    },
  },
  {
    ...routed,
    id: 'pods/crash-behind-a-router-unseen',
    why: 'where nobody counts restarts, a crash in a hold is silence: the gate holds a rollout whose traffic is all back with the old version',
    next: crashing,
    series: answers(),
    script: [{ step: 1, weight: 0, then: { set: silent } }, { gate: 'Running', then: { note: 'the gate asks' } }],
    until: { gate: 'Running', seconds: 12, weight: 0, routed: 0 },
    expect: { phase: 'Progressing', weight: 0, weights: [5, 0], ingress: [5, 0], left: [0, 5] },
  },
  {
    ...quickstart,
    id: 'pods/crash',
    why: 'without a router nothing but the restarts tells of a crash in a hold; the old pods come back',
    next: crashing,
    series: answers(),
    script: [{ step: 1, pods: [0, 4], then: { set: { ...silent, restarts: 5 } } }],
    until: { aborted: true, phase: 'Degraded', pods: [0, 5], quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [20, 0],
      left: [0, 5],
      abort: { weight: 20, by: 'Background', metric: 'restarts' },
      message: /"restarts" assessed Failed due to failed \(1\) > failureLimit \(0\)/,
    },
  },
  {
    ...quickstart,
    id: 'pods/crash-unseen',
    why: 'where nobody counts restarts, the gate holds',
    next: crashing,
    series: answers(),
    script: [{ step: 1, pods: [0, 4], then: { set: silent } }, { gate: 'Running', then: { note: 'the gate asks' } }],
    until: { gate: 'Running', seconds: 12 },
    expect: { phase: 'Progressing', weight: 20, weights: [20], left: [0, 4] },
  },
];
