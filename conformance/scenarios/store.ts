// A metric store that is away for a while or takes its time: the default gates hold, and abort for bad answers only.
import { answers } from './series';
import type { Ground, Scenario } from '../harness/scenario';

const routed: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/approval.k8s.yaml'],
  // Holds of 10 s, an answer every 2 s.
  factor: 60,
};
const slow = (then: number) => ({ slow: 4, then });

export const scenarios: readonly Scenario[] = [
  // The controller's own limit, five errors 10 s apart, is reached after 40 s at the earliest: the longer one tells ours from it.
  ...([['store/restarts-for-40-s', 40], ['store/away-for-a-minute', 60]] as const).map(([id, seconds]): Scenario => ({
    ...routed,
    id,
    why: 'a metric store that is away for a while holds a rollout up and does not abort it',
    series: answers(),
    script: [{ weight: 5, guard: 'Running', then: { restart: seconds } }],
    until: { weight: 30, phase: 'Paused' },
    expect: {
      phase: 'Paused',
      pauses: ['CanaryPauseStep'],
      weight: 30,
      weights: [5, 30],
      ingress: [5, 30],
      held: { weight: 5, atLeast: seconds },
      runs: [{ type: 'Background', phase: 'Running' }, { type: 'Step', phase: 'Successful' }],
    },
  })),
  {
    ...routed,
    id: 'store/slow',
    why: 'answers that take their time are answers: good ones let the rollout go on, bad ones end it',
    series: answers({ 'error-rate': { over: 'weight', answers: [[0, slow(0.1)], [30, slow(5)]] } }),
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 30, 0],
      ingress: [5, 30, 0],
      // The hold, and two answers.
      held: { weight: 5, atLeast: 17 },
      abort: { weight: 30, metric: 'error-rate' },
      message: /"error-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
];
