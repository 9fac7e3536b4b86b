import type { Duration } from 'cdk8s';
import type { Audience } from './audience';
import { stageScale, stageScaleProblems } from './stage-scale';
import type { StageScale } from './stage-scale';
import type { IAnalysis } from '../intent/analysis';
import { lastingSeconds, stageWeight } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { StageIntent } from '../intent/ramp';
import { secondsOfOptional } from '../intent/seconds';

/** Options for `Stage.forAudience`. */
export interface AudienceStageOptions {
  /**
   * How long the stage lasts before its gates are asked.
   * @default - the hold of the ramp
   */
  readonly hold?: Duration;

  /**
   * Whether somebody has to say that it may go on.
   * @default false
   */
  readonly approval?: boolean;

  /**
   * Questions that gate this stage alone, beside those of every stage.
   * @default - none
   */
  readonly analyses?: IAnalysis[];

  /**
   * How many canary pods there are at this stage. The next stage has again as many as its share of the traffic needs. Needs a router.
   * @default - as many as the share of the traffic needs, and `minimumCanaryPods` where only an audience sees the canary
   */
  readonly scale?: StageScale;
}

/** Options for `Stage.at`. */
export interface StageOptions extends AudienceStageOptions {
  /**
   * Whose requests go to the canary beside its share of the traffic, as long as the stage lasts. Needs a router that routes by headers.
   * @default - nobody's
   */
  readonly audience?: Audience;
}

/** One stage of a ramp. */
export class Stage {
  /** A stage at a percentage of the traffic. */
  public static at(weight: number, options: StageOptions = {}): Stage {
    const isForAudience = weight === 0 && options.audience !== undefined;
    refuse('Stage.at', isForAudience ? audienceAlone : stageWeight('weight', weight), ...stageProblems(options));
    return new Stage(stageIntent(weight, options.audience, options));
  }

  /** A stage at which an audience alone sees the canary, before it gets any other share of the traffic. */
  public static forAudience(audience: Audience, options: AudienceStageOptions = {}): Stage {
    refuse('Stage.forAudience', ...stageProblems(options));
    return new Stage(stageIntent(0, audience, options));
  }

  /** @internal */
  public readonly _intent: StageIntent;

  private constructor(intent: StageIntent) {
    this._intent = intent;
  }
}

const audienceAlone: Problem = {
  property: 'weight', message: 'must be a whole number from 1 to 100, got 0', fix: 'where only the audience sees the canary, write Stage.forAudience',
};

function stageProblems({ hold, scale }: AudienceStageOptions): readonly (Problem | undefined)[] {
  return [lastingSeconds('hold', secondsOfOptional(hold)), ...stageScaleProblems(scale)];
}

function stageIntent(weight: number, audience: Audience | undefined, options: AudienceStageOptions): StageIntent {
  const { hold, approval = false, analyses = [], scale } = options;
  return {
    weight,
    holdSeconds: secondsOfOptional(hold),
    approval,
    analyses: analyses.map(analysis => analysis._intent),
    audience: audience?._intent,
    scale: stageScale(scale),
  };
}
