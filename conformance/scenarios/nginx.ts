// Weights of a real router object: the Ingress of ingress-nginx, 5 and 30 %, then a person decides. As it is rendered.
import { answers } from './series';
import type { Expectation } from '../harness/expectations';
import type { Ground, Scenario } from '../harness/scenario';

const routed: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/approval.k8s.yaml'],
  // Holds of 10 s, an answer every 2 s.
  factor: 60,
};
/** Index of the pause that waits for a person. */
const APPROVAL = 6;
/** Pods of the new version stay for a while, to be looked at. */
const rolledBack: Expectation = { phase: 'Degraded', weight: 0, left: [2, 5], queries: 'canary' };
const bad = { set: { 'error-rate': 5, 'catastrophic-errors': 5 } };

export const scenarios: readonly Scenario[] = [
  {
    ...routed,
    id: 'nginx/approved',
    why: 'the Ingress carries each weight, and the last step waits for a person',
    series: answers(),
    script: [{ step: APPROVAL, pause: 'CanaryPauseStep', then: { promote: true } }],
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 30, 100],
      ingress: [5, 30, 100, 0],
      queries: 'canary',
      services: { 'approval': 'old', 'approval-canary': 'new' },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 2 }],
    },
  },
  {
    ...routed,
    id: 'nginx/bad-at-5',
    why: 'a bad version loses its share at once, in the Ingress and not only in the status',
    series: answers(),
    script: [{ weight: 5, then: bad }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      ...rolledBack,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Background', metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  {
    ...routed,
    id: 'nginx/bad-during-approval',
    why: 'a version that goes bad while somebody decides does not wait for the decision',
    series: answers(),
    script: [{ step: APPROVAL, pause: 'CanaryPauseStep', then: bad }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      ...rolledBack, weights: [5, 30, 0], ingress: [5, 30, 0], abort: { weight: 30, by: 'Background', metric: 'error-rate' },
    },
  },
  {
    ...routed,
    id: 'nginx/nobody-approves',
    why: 'the last step waits for a person and not for a time',
    series: answers(),
    script: [{ step: APPROVAL, pause: 'CanaryPauseStep', then: { note: 'somebody is asked' } }],
    until: { step: APPROVAL, quiet: 15 },
    expect: { phase: 'Paused', pauses: ['CanaryPauseStep'], weight: 30, weights: [5, 30] },
  },
  {
    ...routed,
    id: 'nginx/operator-aborts',
    why: 'who aborts gets the old version back at once',
    series: answers(),
    script: [{ weight: 5, then: { abort: true } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: { message: /^RolloutAborted: /, phase: 'Degraded', weight: 0, weights: [5, 0], ingress: [5, 0], left: [2, 5] },
  },
  {
    ...routed,
    id: 'nginx/service-flaps-while-kept',
    why: 'a known fault of the controller (its issue 3078): with a router, as long as the pods of an aborted version are kept, two parts '
      + 'of it lead the canary Service to the new and back to the old version, many times a second',
    series: answers(),
    script: [{ weight: 5, then: { abort: true } }],
    until: { aborted: true, phase: 'Degraded', seconds: 8 },
    expect: { message: /^RolloutAborted: /, phase: 'Degraded', weight: 0, left: [2, 5], switches: { 'approval-canary': { atLeast: 20 }, 'approval': { atMost: 1 } } },
  },
  {
    ...routed,
    id: 'nginx/kept-for-too-long',
    why: 'pods that are to stay after an abort for as long as the controller resyncs (900 s), or longer, are removed at once',
    change: { strategy: { canary: { abortScaleDownDelaySeconds: 1200 } } },
    series: answers(),
    script: [{ weight: 5, then: { abort: true } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: { message: /^RolloutAborted: /, phase: 'Degraded', weight: 0, weights: [5, 0], ingress: [5, 0], left: [0, 5] },
  },
];
