// The default gates behind a router, as they are rendered: 5 and 30 % by the Ingress of ingress-nginx.
import { Analysis, Step } from 'rolloutkit';
import { shop } from './rendered';
import { always, answers, healthy } from './series';
import type { Expectation } from '../harness/expectations';
import type { Moment } from '../harness/moments';
import type { Ground, Scenario } from '../harness/scenario';

const routed: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/approval.k8s.yaml'],
  // Holds of 10 s, an answer every 2 s.
  factor: 60,
};
/** The next weight: the gate has let it go on. */
const goesOn: Moment = { weight: 30, phase: 'Paused' };
const wentOn: Expectation = { phase: 'Paused', weight: 30, weights: [5, 30], ingress: [5, 30], runs: [{ type: 'Step', phase: 'Successful' }] };
const aborted: Moment = { aborted: true, phase: 'Degraded', quiet: 2 };
const errorRate = Analysis.errorRate();

export const scenarios: readonly Scenario[] = [
  {
    ...routed,
    manifests: shop({ replicas: 4, analyses: [errorRate] }),
    id: 'router/good',
    why: 'a healthy version takes each of the stages there are by default; two good answers open a gate',
    series: answers(),
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 25, 50, 100],
      ingress: [5, 25, 50, 100, 0],
      queries: 'canary',
      runs: [
        { type: 'Background', phase: 'Successful' },
        { type: 'Step', phase: 'Successful', metric: 'error-rate', counts: { successful: 2, failed: 0 }, times: 3 },
      ],
    },
  },
  {
    ...routed,
    id: 'router/bad-from-30',
    why: 'a fault that only more traffic shows is found in the hold of that weight, by the guard',
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, 0.1], [30, 5]] } }),
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 30, 0],
      ingress: [5, 30, 0],
      abort: { weight: 30, by: 'Background', metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  ...[3, 20].map((replicas): Scenario => ({
    ...routed,
    id: `router/silence-${replicas}-pods`,
    why: 'silence holds the weight, with few pods and with many: a gate that learns nothing goes on asking, and nothing is paused',
    change: { replicas },
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }],
    until: { gate: 'Running', seconds: 12 },
    expect: {
      phase: 'Progressing',
      weight: 5,
      weights: [5],
      ingress: [5],
      pauses: [],
      runs: [{ type: 'Background', phase: 'Running' }, { type: 'Step', phase: 'Running' }],
    },
  })),
  {
    ...routed,
    id: 'router/no-data-then-good',
    why: 'while there is nothing to judge the weight stays; the first good answers let it go on',
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 10, then: { set: healthy } }],
    until: goesOn,
    expect: { ...wentOn, held: { weight: 5, atLeast: 19 } },
  },
  {
    ...routed,
    id: 'router/store-down-then-good',
    why: 'errors of the metric store hold the weight and abort nothing',
    series: always('error'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 25, then: { set: healthy } }],
    until: goesOn,
    expect: { ...wentOn, held: { weight: 5, atLeast: 34 } },
  },
  {
    ...routed,
    id: 'router/no-data-then-catastrophe',
    why: 'as long as a gate is still asking, the guard is listened to',
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 6, then: { set: { 'catastrophic-errors': 30 } } }],
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Background', metric: 'catastrophic-errors' },
      message: /"catastrophic-errors" assessed Failed due to failed \(1\) > failureLimit \(0\)/,
    },
  },
  ...([['error-rate', 5], ['latency', 900]] as const).map(([metric, answer]): Scenario => ({
    ...routed,
    id: `router/gate-alone-${metric}`,
    why: 'a gate gates by itself: with the guard taken away, the second bad answer after the hold still ends the rollout',
    change: { strategy: { canary: { analysis: undefined } } },
    series: answers({ [metric]: answer }),
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      held: { weight: 5, atLeast: 9 },
      abort: { weight: 5, by: 'Step', metric },
      runs: [{ type: 'Step', phase: 'Failed', metric, counts: { failed: 2, successful: 0 } }],
      message: new RegExp(`"${metric}" assessed Failed due to failed \\(2\\) > failureLimit \\(1\\)`),
    },
  })),
  {
    ...routed,
    manifests: shop({ steps: [Step.weight(5), Step.approval(), Step.analyze([errorRate]), Step.weight(50)], analyses: [errorRate] }),
    id: 'router/bad-before-the-gate',
    why: 'a version that goes bad while somebody decides whether its gate is to be asked does not wait for the decision',
    series: answers(),
    script: [{ weight: 5, pause: 'CanaryPauseStep', then: { set: { 'error-rate': 5 } } }],
    until: aborted,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Background', metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  {
    ...routed,
    id: 'router/second-image',
    why: 'an image that comes in the middle begins with the first weight; nothing is sent to it before it has pods',
    series: answers(),
    script: [{ weight: 30, then: { image: 'third' } }],
    until: { weight: 30, quiet: 2 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 30, weights: [5, 30, 0, 5, 30] },
  },
  {
    ...routed,
    id: 'router/never-ready',
    why: 'pods that never get ready get no traffic at all, and end the rollout at the progress deadline',
    change: { progressDeadlineSeconds: 5 },
    next: { 'lab/ready': 'false' },
    series: answers(),
    until: aborted,
    expect: { phase: 'Degraded', weight: 0, weights: [], ingress: [], left: [0, 5], message: /"approval-[a-z0-9]+" has timed out progressing/ },
  },
];
