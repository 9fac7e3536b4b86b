// What is often written for blue-green, and what the controller does with it.
import { naive } from './naive';
import type { Scenario } from '../harness/scenario';

export const scenarios: readonly Scenario[] = [
  {
    ...naive('switch-back', 0.5),
    id: 'naive/not-switched-back',
    why: 'with one new pod down an abort after the switch does not switch back: the pods are removed, and the Service leads to none beside '
      + 'an old version that is whole',
    // 30 s where nothing is said.
    change: { strategy: { blueGreen: { abortScaleDownDelaySeconds: 4 } } },
    next: { 'lab/crash-after': '1s' },
    until: { aborted: true, pods: [0, 3], quiet: 6 },
    expect: {
      phase: 'Degraded',
      weight: 0,
      leads: { shop: ['new'] },
      left: [0, 3],
      message: /^RolloutAborted: .*post-promotion analysis phase error\/failed/,
      runs: [{ type: 'PostPromotion', phase: 'Failed', metric: 'success-rate', counts: { failed: 2 } }],
    },
  },
  {
    ...naive('switch-back', 0.99),
    id: 'naive/no-delay-is-for-ever',
    why: 'a scale-down delay of 0 does not remove the old version at once: it is never removed',
    change: { strategy: { blueGreen: { scaleDownDelaySeconds: 0 } } },
    until: { promoted: true, phase: 'Healthy', quiet: 10 },
    expect: { phase: 'Healthy', weight: 100, leads: { shop: ['new'] }, left: [3, 3] },
  },
];
