import type { Problem } from '../../intent/problem';
import type { StrategyIntent } from '../../intent/rollout';

/** Copies of requests that only Flagger makes by itself. */
export function mirrorGaps({ kind, mirrorPercent }: StrategyIntent): readonly Problem[] {
  return mirrorPercent === undefined ? [] : [{
    property: 'mirrorPercent',
    message: 'cannot be said to Argo Rollouts, which copies requests at a step of its own alone',
    fix: kind === 'canary' ? 'write steps with Step.mirror' : 'use a CanaryRollout whose steps begin with Step.mirror',
  }];
}
