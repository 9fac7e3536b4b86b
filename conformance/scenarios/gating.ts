// What the default gates do when there is nothing to judge: ten pods, no router, 20 and 50 %, as they are rendered.
import { always, answers, healthy } from './series';
import type { Expectation } from '../harness/expectations';
import type { Moment } from '../harness/moments';
import type { Ground, Scenario } from '../harness/scenario';

const gated: Ground = {
  engine: 'argo',
  manifests: ['examples/theory/expected/minutes.k8s.yaml'],
  // Holds of 2 and 4 s, an answer every 4 s; a gate waits for 2 s before it asks.
  factor: 30,
};
const goesOn: Moment = { promoted: true, phase: 'Healthy', quiet: 2 };
const promoted: Expectation = {
  phase: 'Healthy',
  weight: 100,
  weights: [20, 50, 100],
  pods: { 20: [2, 8], 50: [5, 5] },
  runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 2 }],
};

export const scenarios: readonly Scenario[] = [
  ...([['no-data', 'empty'], ['not-a-number', 'NaN']] as const).map(([name, answer]): Scenario => ({
    ...gated,
    id: `gating/${name}-then-good`,
    why: 'while there is nothing to judge the weight stays; the first good answers let it go on',
    series: always(answer),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 14, then: { set: healthy } }],
    until: goesOn,
    expect: { ...promoted, held: { weight: 20, atLeast: 16 } },
  })),
  {
    ...gated,
    id: 'gating/silence',
    why: 'silence is not a success: a gate that learns nothing goes on asking',
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }],
    until: { gate: 'Running', seconds: 20 },
    expect: { phase: 'Progressing', weight: 20, weights: [20], runs: [{ type: 'Background', phase: 'Running' }] },
  },
  {
    ...gated,
    id: 'gating/store-down-then-good',
    why: 'a metric store that restarts holds a rollout up and does not abort it; errors are asked again every 10 s, whatever the interval',
    series: always('error'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 25, then: { set: healthy } }],
    until: goesOn,
    expect: { ...promoted, held: { weight: 20, atLeast: 27 } },
  },
  {
    ...gated,
    id: 'gating/no-data-then-bad',
    why: 'while a gate waits for data the rollout can still be aborted',
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 6, then: { set: { 'error-rate': 5 } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    // Guard and gate ask the same; which of them hears it twice first is chance.
    expect: { phase: 'Degraded', weight: 0, weights: [20, 0], abort: { weight: 20, metric: 'error-rate' } },
  },
  {
    ...gated,
    id: 'gating/no-data-then-catastrophe',
    why: 'while a gate waits for data the guard still watches',
    series: always('empty'),
    script: [{ gate: 'Running', then: { note: 'the gate asks' } }, { seconds: 6, then: { set: { 'catastrophic-errors': 30 } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded', weight: 0, weights: [20, 0], abort: { weight: 20, by: 'Background', metric: 'catastrophic-errors' },
    },
  },
  {
    ...gated,
    id: 'gating/bad-from-the-start',
    why: 'a version that is bad from its first request never gets beyond the first stage',
    series: answers({ 'error-rate': 5 }),
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: { phase: 'Degraded', weight: 0, weights: [20, 0], abort: { weight: 20, metric: 'error-rate' } },
  },
];
