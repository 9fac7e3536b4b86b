import type { RampIntent, StageIntent } from './ramp';
import type { StepIntent } from './step';

/** How the traffic moves: by stages, or by steps that are spelled out. */
export type CourseIntent = RampCourse | { readonly kind: 'steps'; readonly steps: readonly StepIntent[] };

export interface RampCourse {
  readonly kind: 'ramp';
  /** An A/B test before the ramp: a stage that is told by properties of the rollout itself. */
  readonly test?: StageIntent;
  readonly ramp: RampIntent;
  /** Nobody asked for this ramp, so that an engine may have one that suits it better. */
  readonly isDefault?: boolean;
}

/** A stage and what its parts are called by whoever asked for it. */
export interface PlacedStage {
  readonly stage: StageIntent;
  property(part: StagePart): string;
}

export type StagePart = 'weight' | 'hold' | 'approval' | 'analyses' | 'audience' | 'scale';

/** Every stage in its order. */
export function stagesOf({ test, ramp }: Omit<RampCourse, 'kind'>): readonly PlacedStage[] {
  const stages = ramp.map((stage, index): PlacedStage => ({ stage, property: part => `ramp.stages[${index}].${part}` }));
  return test === undefined ? stages : [{ stage: test, property: part => part === 'hold' ? 'duration' : part }, ...stages];
}
