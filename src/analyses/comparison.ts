import type { Duration } from 'cdk8s';
import { anyNumber, errorPercent, percentile as percentileProblem } from '../intent/checks';
import type { ComparisonIntent } from '../intent/comparison';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { millisecondsOf } from '../intent/seconds';
import { known } from '../manifests/leaf';

/** Options for `Comparison.errorRate`. */
export interface ErrorRateComparisonOptions {
  /**
   * How many percentage points the canary's error rate may be above that of the stable version.
   * @default 1
   */
  readonly atMostAbove?: number;
}

/** Options for `Comparison.successRate`. */
export interface SuccessRateComparisonOptions {
  /**
   * How many percentage points the canary's success rate may be below that of the stable version.
   * @default 1
   */
  readonly atMostBelow?: number;
}

/** Options for `Comparison.latency`. */
export interface LatencyComparisonOptions {
  /**
   * Which share of the requests, as a percentage, is compared by the time it takes at most.
   * @default 95
   */
  readonly percentile?: number;

  /**
   * How many times as long as those of the stable version the canary's requests may take.
   * @default - 1.2 where `atMostAbove` is not given
   */
  readonly atMostTimes?: number;

  /**
   * How much longer than those of the stable version they may take. Instead of `atMostTimes`.
   * @default - not judged
   */
  readonly atMostAbove?: Duration;
}

/** In what the canary is compared with the stable version, and how much worse it may be. */
export class Comparison {
  /** The shares of bad requests, by their difference: the share of the stable version may well be 0, and no multiple of that is more. */
  public static errorRate(options: ErrorRateComparisonOptions = {}): Comparison {
    const { atMostAbove = 1 } = options;
    refuse('Comparison.errorRate', errorPercent('atMostAbove', atMostAbove));
    return new Comparison({ compared: { kind: 'error-rate' }, by: 'difference', limit: 'atMostAbove' }, atMostAbove);
  }

  /** The shares of good requests, by their difference. */
  public static successRate(options: SuccessRateComparisonOptions = {}): Comparison {
    const { atMostBelow = 1 } = options;
    refuse('Comparison.successRate', errorPercent('atMostBelow', atMostBelow));
    return new Comparison({ compared: { kind: 'success-rate' }, by: 'difference', limit: 'atMostBelow' }, atMostBelow);
  }

  /** The times that requests take. */
  public static latency(options: LatencyComparisonOptions = {}): Comparison {
    const { percentile = 95, atMostTimes = 1.2, atMostAbove } = options;
    refuse('Comparison.latency', percentileProblem('percentile', percentile), timesProblem(options), oneLimit(options));
    const compared = { kind: 'latency', percentile } as const;
    return atMostAbove === undefined
      ? new Comparison({ compared, by: 'ratio', limit: 'atMostTimes' }, atMostTimes)
      : new Comparison({ compared, by: 'difference', limit: 'atMostAbove' }, millisecondsOf(atMostAbove));
  }

  /** @internal */
  public readonly _intent: ComparisonIntent;

  /** @internal */
  public readonly _atMost: number;

  private constructor(intent: ComparisonIntent, atMost: number) {
    this._intent = intent;
    this._atMost = atMost;
  }
}

function timesProblem({ atMostTimes }: LatencyComparisonOptions): Problem | undefined {
  const times = known(atMostTimes);
  return anyNumber('atMostTimes', atMostTimes) ?? (times === undefined || times >= 1 ? undefined : {
    property: 'atMostTimes', message: `must be at least 1, which is as slow as the stable version, got ${show(times)}`, fix: 'write 1.2 for a fifth more',
  });
}

function oneLimit({ atMostTimes, atMostAbove }: LatencyComparisonOptions): Problem | undefined {
  return atMostTimes === undefined || atMostAbove === undefined ? undefined : {
    property: 'atMostAbove', message: 'cannot be combined with atMostTimes in one comparison', fix: 'keep the one you mean, or ask two questions',
  };
}
