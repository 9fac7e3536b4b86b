// Nothing scripted: a real Prometheus evaluates the queries as they are rendered, over counters and histograms of requests
// that are counted one by one. Only their windows are shorter, by the factor.
import type { Traffic } from '../harness/counted';
import type { Ground, Scenario } from '../harness/scenario';
import type { Behaviour } from '../harness/traffic';

const quickstart: Ground = {
  engine: 'argo',
  manifests: ['examples/quickstart/expected/shop.k8s.yaml'],
  // A window of 5 min becomes one of 5 s.
  factor: 60,
};
const healthy: Behaviour = { errorRatio: 0.001, latency: { medianSeconds: 0.08, spread: 0.5 } };
/** Enough for a fifth of it to be judged: the rendered queries want a minimum of requests in a window. */
const traffic: Traffic = { requestsPerSecond: 500, versions: { old: healthy, new: healthy } };
const rolledBack = { phase: 'Degraded', weight: 0, left: [0, 5] } as const;

export const scenarios: readonly Scenario[] = [
  {
    ...quickstart,
    id: 'counted/good',
    why: 'what a healthy version really counts lets it through every stage',
    traffic,
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: {
      phase: 'Healthy',
      weight: 100,
      weights: [20, 40, 60, 80, 100],
      pods: { 20: [1, 4], 80: [4, 1] },
      runs: [{ type: 'Background', phase: 'Successful' }, { type: 'Step', phase: 'Successful', times: 4 }],
    },
  },
  {
    ...quickstart,
    id: 'counted/bad-at-40',
    why: 'one request in twenty fails at the new version from 40 % on; over all pods that is one in fifty',
    traffic,
    script: [{ weight: 40, then: { behave: { new: { errorRatio: 0.05 } } } }],
    until: { aborted: true, phase: 'Degraded', quiet: 2 },
    expect: { ...rolledBack, weights: [20, 40, 0], abort: { weight: 40, by: 'Background', metric: 'success-rate' } },
  },
];
