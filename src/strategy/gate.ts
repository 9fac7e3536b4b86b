import type { IAnalysis } from '../intent/analysis';
import type { Arg } from '../intent/arg';
import { stageWeight, wholeNumber } from '../intent/checks';
import type { GateIntent, GatePlace } from '../intent/gate';
import { refuse } from '../intent/problem';

/** What every gate can be given. */
export interface GateOptions {
  /**
   * Values for the arguments that the analysis declares.
   * @default - none
   */
  readonly args?: Arg[];

  /**
   * Measured and shown, without consequences.
   * @default false
   */
  readonly dryRun?: boolean;
}

/** Options for `Gate.throughout`. */
export interface ThroughoutOptions extends GateOptions {
  /**
   * The step, counted from 0, at which it begins.
   * @default - the step after the first weight
   */
  readonly fromStep?: number;
}

/** A question at its place in the rollout. */
export class Gate {
  /** In the background from the first weight to the end. It aborts as soon as the question fails. */
  public static throughout(analysis: IAnalysis, options: ThroughoutOptions = {}): Gate {
    refuse('Gate.throughout', wholeNumber('fromStep', options.fromStep));
    return new Gate({ kind: 'throughout', fromStep: options.fromStep }, analysis, options);
  }

  /** After the hold of each stage. The next weight waits for good answers. */
  public static eachStage(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate({ kind: 'each-stage' }, analysis, options);
  }

  /** After the hold of the stage at this weight. */
  public static atStage(weight: number, analysis: IAnalysis, options: GateOptions = {}): Gate {
    refuse('Gate.atStage', stageWeight('weight', weight));
    return new Gate({ kind: 'at-stage', weight }, analysis, options);
  }

  /** After the last stage, before all of the traffic goes to the new version. */
  public static beforePromotion(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate({ kind: 'before-promotion' }, analysis, options);
  }

  /** After all of the traffic went to the new version, while it can still be switched back. */
  public static afterPromotion(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate({ kind: 'after-promotion' }, analysis, options);
  }

  /** @internal */
  public readonly _intent: Omit<GateIntent, 'property'>;

  private constructor(place: GatePlace, analysis: IAnalysis, options: GateOptions) {
    this._intent = { place, analysis: analysis._intent, args: (options.args ?? []).map(arg => arg._intent), dryRun: options.dryRun ?? false };
  }
}
