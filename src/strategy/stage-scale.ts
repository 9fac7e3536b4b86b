import { exactlyOne } from './choices';
import { positiveNumber, stageWeight } from '../intent/checks';
import type { Problem } from '../intent/problem';
import type { StageScaleIntent } from '../intent/ramp';

/** How many canary pods there are at a stage, apart from what its share of the traffic needs. Give exactly one. */
export interface StageScale {
  /**
   * This many pods.
   * @default - not by a number
   */
  readonly replicas?: number;

  /**
   * This percentage of the rollout's pods.
   * @default - not by a percentage
   */
  readonly percent?: number;
}

export function stageScale(scale: StageScale | undefined): StageScaleIntent | undefined {
  if (scale === undefined) return undefined;
  return scale.percent !== undefined ? { kind: 'percent', percent: scale.percent } : { kind: 'replicas', replicas: scale.replicas ?? 1 };
}

export function stageScaleProblems({ replicas, percent }: StageScale = { replicas: 1 }): readonly (Problem | undefined)[] {
  return [exactlyOne('scale', { replicas, percent }), positiveNumber('scale.replicas', replicas), stageWeight('scale.percent', percent)];
}
