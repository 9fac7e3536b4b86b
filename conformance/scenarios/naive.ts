// What is often written, and what the controller does with it. None of it is rendered by the library: these are the
// reasons for what is, and we want to hear of it when a controller changes.
import type { Script } from '../harness/metrics';
import type { Ground, Scenario } from '../harness/scenario';

export const naive = (name: string, answer: Script): Ground & Pick<Scenario, 'series'> => ({
  engine: 'argo',
  manifests: ['conformance/scenarios/naive/app.yaml', `conformance/scenarios/naive/${name}.yaml`],
  factor: 60,
  series: [{ name: 'success-rate', query: /^success_rate$/, answer }],
});

export const scenarios: readonly Scenario[] = [
  {
    ...naive('background-holds', 'empty'),
    id: 'naive/background-holds',
    why: 'an inconclusive background analysis shows the rollout as paused; the next weight is set all the same, and nothing watches it',
    until: { pause: 'InconclusiveAnalysisRun', quiet: 12 },
    expect: {
      phase: 'Paused',
      weight: 25,
      weights: [5, 25],
      ingress: [5, 25],
      runs: [{ type: 'Background', phase: 'Inconclusive' }, { type: 'Background', phase: 'Running', times: 0 }],
    },
  },
  {
    ...naive('background-holds', 'empty'),
    change: { replicas: 20 },
    id: 'naive/background-holds-20-pods',
    why: 'with more pods the next weight is not reached, since nothing is scaled any more; the hold is over all the same',
    until: { pause: 'InconclusiveAnalysisRun', step: 2, quiet: 12 },
    expect: { phase: 'Paused', weight: 5, weights: [5], runs: [{ type: 'Background', phase: 'Inconclusive' }] },
  },
  {
    ...naive('background-tolerates', 'empty'),
    id: 'naive/background-tolerates',
    why: 'a background analysis that tolerates having no data promotes a version of which nothing is known',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [5, 25, 50, 100], runs: [{ type: 'Background', phase: 'Successful' }] },
  },
  {
    ...naive('smoke-test', 0.5),
    id: 'naive/smoke-test',
    why: 'a failure limit of n on n answers is never passed: the bad answer is a success',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 50, 100],
      runs: [{ type: 'Step', phase: 'Successful', metric: 'success-rate', counts: { failed: 1, successful: 0 } }],
    },
  },
  {
    ...naive('smoke-test-blue-green', 0.5),
    id: 'naive/smoke-test-blue-green',
    why: 'the same before a blue-green promotion',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      runs: [{ type: 'PrePromotion', phase: 'Successful', metric: 'success-rate', counts: { failed: 1, successful: 0 } }],
    },
  },
  {
    ...naive('gate-limit', 'empty'),
    id: 'naive/gate-limit',
    why: 'a gate that may be without an answer as often as it asks is a success when it learned nothing',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [5, 50, 100],
      runs: [{ type: 'Step', phase: 'Successful', metric: 'success-rate', counts: { inconclusive: 3, successful: 0 } }],
    },
  },
  {
    ...naive('gate-gives-up', 'empty'),
    id: 'naive/gate-gives-up',
    why: 'a rollout that an inconclusive gate has paused no longer listens to its guard: the guard fails, the bad version keeps its share',
    script: [{ pause: 'InconclusiveAnalysisRun', then: { set: { 'success-rate': 0.5 } } }],
    until: { guard: 'Failed', quiet: 12 },
    expect: {
      phase: 'Paused',
      pauses: ['InconclusiveAnalysisRun'],
      weight: 5,
      weights: [5],
      ingress: [5],
      runs: [{ type: 'Step', phase: 'Inconclusive' }, { type: 'Background', phase: 'Failed' }],
    },
  },
  {
    ...naive('store-restarts', 'error'),
    id: 'naive/store-restarts',
    why: 'the fifth error in a row, 10 s apart, aborts: a restart of the metric store takes every rollout with it',
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [5, 0],
      abort: { weight: 5, by: 'Background', metric: 'success-rate' },
      message: /"success-rate" assessed Error due to consecutiveErrors \(5\) > consecutiveErrorLimit \(4\)/,
    },
  },
  {
    ...naive('stable-service', 'empty'),
    id: 'naive/stable-service',
    why: 'without a router the stable Service leads to the old pods alone: who calls it never meets the new version',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [50, 100], pods: { 50: [2, 2] }, services: { 'shop': 'old', 'shop-canary': 'new' } },
  },
];
