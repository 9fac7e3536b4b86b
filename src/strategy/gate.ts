import { askingIntent, askingProblems } from './asking';
import type { GateOptions } from './asking';
import type { IAnalysis } from '../intent/analysis';
import { stageWeight, wholeNumber } from '../intent/checks';
import type { GateIntent, GatePlace } from '../intent/gate';
import { refuse } from '../intent/problem';

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
    return new Gate('Gate.throughout', { kind: 'throughout', fromStep: options.fromStep }, analysis, options);
  }

  /** After the hold of each stage. The next weight waits for good answers. */
  public static eachStage(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate('Gate.eachStage', { kind: 'each-stage' }, analysis, options);
  }

  /** After the hold of the stage at this weight. */
  public static atStage(weight: number, analysis: IAnalysis, options: GateOptions = {}): Gate {
    refuse('Gate.atStage', stageWeight('weight', weight));
    return new Gate('Gate.atStage', { kind: 'at-stage', weight }, analysis, options);
  }

  /** After the last stage, before all of the traffic goes to the new version. */
  public static beforePromotion(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate('Gate.beforePromotion', { kind: 'before-promotion' }, analysis, options);
  }

  /** After all of the traffic went to the new version, while it can still be switched back. */
  public static afterPromotion(analysis: IAnalysis, options: GateOptions = {}): Gate {
    return new Gate('Gate.afterPromotion', { kind: 'after-promotion' }, analysis, options);
  }

  /** @internal */
  public readonly _intent: Omit<GateIntent, 'property'>;

  private constructor(factory: string, place: GatePlace, analysis: IAnalysis, options: GateOptions) {
    refuse(factory, ...askingProblems(options));
    this._intent = { place, analysis: analysis._intent, ...askingIntent(options) };
  }
}
