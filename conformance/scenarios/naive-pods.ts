// More of what is often written: how many pods there are, and how they fare.
import { naive } from './naive';
import type { Ground, Scenario } from '../harness/scenario';

const crashing: Ground & Pick<Scenario, 'next' | 'series'> = { ...naive('hold', 'empty'), next: { 'lab/crash-after': '5s' } };

export const scenarios: readonly Scenario[] = [
  {
    ...naive('half-a-pod', 'empty'),
    id: 'naive/half-a-pod',
    why: 'a weight that would leave half a pod starts no canary at all; the hold passes all the same, and then everybody gets the new version',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [95, 100], pods: { 95: [0, 10] } },
  },
  {
    ...crashing,
    change: { progressDeadlineSeconds: 8 },
    id: 'naive/crash-behind-a-router',
    why: 'the weight of crashing pods drops to 0, told as an update of the weight and nothing else; after the hold the next ones get it again',
    until: { phase: 'Degraded', aborted: false, event: 'Traffic weight updated from 50 to 0', quiet: 4 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      weights: [50, 0, 50, 0],
      left: [0, 4],
      message: /^ProgressDeadlineExceeded: ReplicaSet "shop-[a-z0-9]+" has timed out progressing/,
    },
  },
  {
    ...crashing,
    change: { progressDeadlineSeconds: 8, strategy: { canary: { trafficRouting: undefined, stableService: undefined } } },
    id: 'naive/crash',
    why: 'without a router the old pods that made room for crashing ones do not come back: half of the service is gone until somebody looks',
    until: { phase: 'Degraded', aborted: false, quiet: 4 },
    expect: {
      phase: 'Degraded',
      weight: 100,
      weights: [50, 100],
      left: [0, 2],
      message: /^ProgressDeadlineExceeded: ReplicaSet "shop-[a-z0-9]+" has timed out progressing/,
    },
  },
];
