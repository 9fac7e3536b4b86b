import { errorPercent, wholeNumber } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { CatastropheIntent } from '../intent/release';

/** Options for `Catastrophe.above`. */
export interface CatastropheOptions {
  /**
   * The percentage of bad requests of the canary that ends the rollout at the first measurement.
   * @default 10
   */
  readonly errors?: number;

  /**
   * How many restarts of the canary's containers within a window end it when there are more.
   * @default 2
   */
  readonly restarts?: number;

  /**
   * Whether one container that was ended for using too much memory ends it.
   * @default true
   */
  readonly outOfMemory?: boolean;
}

/** What ends a rollout at once, whatever else is tolerated. */
export class Catastrophe {
  /** More than this ends it. */
  public static above(options: CatastropheOptions = {}): Catastrophe {
    refuse('Catastrophe.above', errorPercent('errors', options.errors), wholeNumber('restarts', options.restarts));
    return new Catastrophe({
      errorsAbovePercent: options.errors ?? 10,
      restartsAbove: options.restarts ?? 2,
      outOfMemory: options.outOfMemory ?? true,
      isAsked: true,
    });
  }

  /** Nothing ends it at once; the other gates decide alone. */
  public static ignored(): Catastrophe {
    return new Catastrophe(undefined);
  }

  /** @internal */
  public readonly _intent: CatastropheIntent | undefined;

  private constructor(intent: CatastropheIntent | undefined) {
    this._intent = intent;
  }
}
