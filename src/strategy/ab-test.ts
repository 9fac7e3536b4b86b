import type { Duration } from 'cdk8s';
import type { Audience } from './audience';
import { canaryPlan } from './canary';
import type { CommonCanaryOptions } from './canary';
import type { Ramp } from './ramp';
import { stageScale, stageScaleProblems } from './stage-scale';
import type { StageScale } from './stage-scale';
import { lastingSeconds } from '../intent/checks';
import type { Problem } from '../intent/problem';
import type { StageIntent } from '../intent/ramp';
import type { ITrafficRouter } from '../intent/router';
import { secondsOfOptional } from '../intent/seconds';
import type { StrategyPlan } from '../intent/strategy-plan';

/** What an A/B test can be told beside what every rollout is told. */
export interface ABTestOptions extends CommonCanaryOptions {
  /** Who sees the new version during the test. Everybody else sees the old one. */
  readonly audience: Audience;

  /** What leads the audience to the new version; a router that routes by headers. */
  readonly traffic: ITrafficRouter;

  /**
   * How long the test takes before what is asked at its end has to be answered.
   * @default - until what is asked at its end has had its good answers
   */
  readonly duration?: Duration;

  /**
   * How many pods the new version has during the test.
   * @default - `minimumCanaryPods`
   */
  readonly scale?: StageScale;

  /**
   * How everybody else gets the new version after the test.
   * @default - at once
   */
  readonly ramp?: Ramp;
}

/** A canary that an audience alone sees first. A question without a place guards the rollout throughout, and gates the end of the test. */
export function abTestPlan(options: ABTestOptions): StrategyPlan {
  const plan = canaryPlan(options, test(options));
  return {
    ...plan,
    portReason: plan.portReason && { ...plan.portReason, otherwise: 'use a CanaryRollout without traffic' },
    problems: [...plan.problems, ...problems(options)],
  };
}

function test({ audience, duration, scale }: ABTestOptions): StageIntent {
  const holdSeconds = secondsOfOptional(duration);
  return { weight: 0, holdSeconds, approval: false, analyses: [], audience: audience?._intent, scale: stageScale(scale) };
}

/** An audience that is left out is only found in programs that are not type-checked. */
function problems({ audience, duration, scale }: ABTestOptions): readonly Problem[] {
  return [
    audience === undefined ? { property: 'audience', message: 'must be given, got none', fix: 'write Audience.header or Audience.cookie' } : undefined,
    lastingSeconds('duration', secondsOfOptional(duration)),
    ...stageScaleProblems(scale),
  ].filter(problem => problem !== undefined);
}
