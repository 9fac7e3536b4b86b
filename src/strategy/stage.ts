import type { Duration } from 'cdk8s';
import type { IAnalysis } from '../intent/analysis';
import { lastingSeconds, stageWeight } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { StageIntent } from '../intent/ramp';
import { secondsOfOptional } from '../intent/seconds';

/** Options for `Stage.at`. */
export interface StageOptions {
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
}

/** One stage of a ramp. */
export class Stage {
  /** A stage at a percentage of the traffic. */
  public static at(weight: number, options: StageOptions = {}): Stage {
    const holdSeconds = secondsOfOptional(options.hold);
    refuse('Stage.at', stageWeight('weight', weight), lastingSeconds('hold', holdSeconds));
    const analyses = (options.analyses ?? []).map(analysis => analysis._intent);
    return new Stage({ weight, holdSeconds, approval: options.approval ?? false, analyses });
  }

  /** @internal */
  public readonly _intent: StageIntent;

  private constructor(intent: StageIntent) {
    this._intent = intent;
  }
}
