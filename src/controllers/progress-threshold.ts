import { positivePercent, positiveNumber } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { ProgressThresholdIntent } from '../intent/rollout';

/** How many pods of the canary have to be there before a weight counts as reached. */
export class ProgressThreshold {
  /** This share of those that the step wants. */
  public static percent(percent: number): ProgressThreshold {
    refuse('ProgressThreshold.percent', positivePercent('percent', percent));
    return new ProgressThreshold({ kind: 'percent', value: percent });
  }

  /** So many at every step. A step that wants fewer waits for the deadline of the rollout. */
  public static pods(pods: number): ProgressThreshold {
    refuse('ProgressThreshold.pods', positiveNumber('pods', pods));
    return new ProgressThreshold({ kind: 'pods', value: pods });
  }

  /** @internal */
  public readonly _intent: ProgressThresholdIntent;

  private constructor(intent: ProgressThresholdIntent) {
    this._intent = intent;
  }
}
