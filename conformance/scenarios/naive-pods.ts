// More of what is often written: how many pods there are, and how they fare.
import { naive } from './naive';
import type { Scenario } from '../harness/scenario';

export const scenarios: readonly Scenario[] = [
  {
    ...naive('half-a-pod', 'empty'),
    id: 'naive/half-a-pod',
    why: 'a weight that would leave half a pod starts no canary at all; the hold passes all the same, and then everybody gets the new version',
    until: { promoted: true, phase: 'Healthy', quiet: 2 },
    expect: { phase: 'Healthy', weight: 100, weights: [95, 100], pods: { 95: [0, 10] } },
  },
  {
    ...naive('hold', 'empty'),
    next: { 'lab/crash-after': '3s' },
    change: { progressDeadlineSeconds: 8 },
    id: 'naive/crash-behind-a-router',
    why: '?',
    until: { seconds: 40 },
    expect: { phase: '?', weight: 0 },
  },
  {
    ...naive('hold', 'empty'),
    next: { 'lab/crash-after': '3s' },
    change: { progressDeadlineSeconds: 8, strategy: { canary: { trafficRouting: undefined, stableService: undefined } } },
    id: 'naive/crash-without-a-router',
    why: '?',
    until: { seconds: 40 },
    expect: { phase: '?', weight: 0 },
  },
];
