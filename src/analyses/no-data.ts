import type { Duration } from 'cdk8s';
import { longestGateSeconds } from '../intent/analysis';
import type { NoDataIntent } from '../intent/analysis';
import { lastingSeconds } from '../intent/checks';
import { refuse } from '../intent/problem';
import { secondsOf } from '../intent/seconds';

/** Options for `NoData.hold`. */
export interface NoDataHoldOptions {
  /**
   * How long the stage waits before it pauses for a person. Nothing watches a rollout paused in this way.
   * @default Duration.hours(12)
   */
  readonly atMost?: Duration;
}

/** What follows when a question has no answer, or fewer requests than it needs. */
export class NoData {
  /** The stage waits, and the guard keeps its power to abort. */
  public static hold(options: NoDataHoldOptions = {}): NoData {
    const atMostSeconds = options.atMost ? secondsOf(options.atMost) : longestGateSeconds;
    refuse('NoData.hold', lastingSeconds('atMost', atMostSeconds));
    return new NoData({ kind: 'hold', atMostSeconds, isAsked: true });
  }

  /** It counts as a failure. */
  public static reject(): NoData {
    return new NoData({ kind: 'reject' });
  }

  /** It counts as a success: nothing is known, and the rollout goes on. */
  public static accept(): NoData {
    return new NoData({ kind: 'accept' });
  }

  /** @internal */
  public readonly _intent: NoDataIntent;

  private constructor(intent: NoDataIntent) {
    this._intent = intent;
  }
}

/** What is done when nothing else is said. */
export const defaultNoData: NoDataIntent = { kind: 'hold', atMostSeconds: longestGateSeconds };
