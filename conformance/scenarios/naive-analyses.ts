// More of what is often written: gates and background analyses, one limit or one place at a time.
import { naive } from './naive';
import type { Moment } from '../harness/moments';
import type { Scenario } from '../harness/scenario';

const rolledBack: Moment = { aborted: true, phase: 'Degraded', quiet: 2 };
const promoted: Moment = { promoted: true, phase: 'Healthy', quiet: 2 };

export const scenarios: readonly Scenario[] = [
  {
    ...naive('gate-alone', 'empty'),
    id: 'naive/gate-alone-no-data',
    why: 'a gate that gives up pauses the rollout for somebody who may never come; until then nothing watches the new version',
    until: { pause: 'InconclusiveAnalysisRun', quiet: 10 },
    expect: {
      phase: 'Paused',
      weight: 5,
      weights: [5],
      ingress: [5],
      pauses: ['InconclusiveAnalysisRun'],
      runs: [{ type: 'Step', phase: 'Inconclusive', metric: 'success-rate', counts: { inconclusive: 12, successful: 0, failed: 0 } }],
    },
  },
  {
    ...naive('gate-alone', 0.5),
    id: 'naive/gate-alone-bad',
    why: 'a gate ends at the second bad answer, not at its last; its pods stay for the delay after an abort, and go',
    change: { strategy: { canary: { abortScaleDownDelaySeconds: 10 } } },
    script: [{ aborted: true, pods: [1, 3], then: { note: 'its pods are still there' } }],
    until: { aborted: true, phase: 'Degraded', pods: [0, 3], quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      ingress: [5, 0],
      abort: { weight: 5, by: 'Step', metric: 'success-rate' },
      runs: [{ type: 'Step', phase: 'Failed', metric: 'success-rate', counts: { failed: 2, successful: 0 } }],
      message: /"success-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  {
    ...naive('gate-alone', 0.99),
    id: 'naive/gate-alone-good',
    why: 'a gate ends at the second good answer, not at its last',
    until: promoted,
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 50, 100],
      runs: [{ type: 'Step', phase: 'Successful', metric: 'success-rate', counts: { successful: 2, failed: 0 } }],
    },
  },
  {
    ...naive('gate-limit-in-a-row', 'empty'),
    id: 'naive/gate-limit-in-a-row',
    why: 'a gate that also wants good answers in a row does not take silence for a success: it ends inconclusive, which pauses',
    until: { pause: 'InconclusiveAnalysisRun', quiet: 5 },
    expect: {
      phase: 'Paused',
      weight: 5,
      weights: [5],
      pauses: ['InconclusiveAnalysisRun'],
      runs: [{ type: 'Step', phase: 'Inconclusive', metric: 'success-rate', counts: { inconclusive: 3, successful: 0, failed: 0 } }],
    },
  },
  {
    ...naive('background-count', { over: 'weight', answers: [[0, 0.99], [25, 0.5]] }),
    id: 'naive/background-count',
    why: 'a background analysis that has ended is not started again: what goes bad later is promoted',
    until: promoted,
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 25, 100],
      runs: [{ type: 'Background', phase: 'Successful', metric: 'success-rate', counts: { successful: 3, failed: 0 } }],
    },
  },
  {
    ...naive('background-delay', 0.5),
    id: 'naive/background-delay',
    why: 'an initial delay counts once, from the start of the run: the first weight passes unasked, at the second nothing is waited for',
    until: rolledBack,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 25, 0],
      ingress: [5, 25, 0],
      abort: { weight: 25, by: 'Background', metric: 'success-rate' },
      runs: [{ type: 'Background', phase: 'Failed', metric: 'success-rate', counts: { failed: 2, successful: 0 } }],
    },
  },
  {
    ...naive('background-early', { over: 'weight', answers: [[0, 'empty'], [5, 0.99]] }),
    next: { 'lab/after': '8s' },
    id: 'naive/background-early',
    why: 'a background analysis from the first step asks about pods that are not there yet, and ends a version that nobody has called',
    until: rolledBack,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [],
      abort: { weight: 0, by: 'Background', metric: 'success-rate' },
      runs: [{ type: 'Background', phase: 'Failed', metric: 'success-rate', counts: { failed: 2, successful: 0 } }],
      message: /"success-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)/,
    },
  },
  ...([
    ['endless-gate', 'steps\\[1\\]\\.analysis', 'canary'],
    ['endless-before-promotion', 'prePromotionAnalysis', 'blueGreen'],
    ['endless-after-promotion', 'postPromotionAnalysis', 'blueGreen'],
  ] as const).map(([name, place, strategy]): Scenario => ({
    ...naive(name, 'empty'),
    id: `naive/${name}`,
    why: 'where the rollout waits for it, an analysis without a count is refused, even if it would end by itself at two good answers',
    first: {},
    until: { refused: true },
    expect: {
      phase: 'Degraded',
      weight: 0,
      message: new RegExp(`^InvalidSpec: .*spec\\.strategy\\.${strategy}\\.${place}\\.templates: .* metric success-rate which runs indefinitely`),
    },
  })),
  {
    ...naive('store-restarts', 0.99),
    id: 'naive/store-away-for-a-minute',
    why: 'the fifth time that nobody answers, 40 s after the first, aborts',
    script: [{ weight: 5, guard: 'Running', then: { restart: 60 } }],
    until: rolledBack,
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      abort: { weight: 5, by: 'Background', metric: 'success-rate' },
      message: /"success-rate" assessed Error due to consecutiveErrors \(5\) > consecutiveErrorLimit \(4\)/,
    },
  },
];
