import type { Duration } from 'cdk8s';
import { lastingSeconds } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { PromotionIntent } from '../intent/release';
import { secondsOfOptional } from '../intent/seconds';

/** Options for `Promotion.automatic`. */
export interface AutomaticPromotionOptions {
  /**
   * How long to wait after the last gate.
   * @default - not at all
   */
  readonly after?: Duration;
}

/** Who decides that the new version gets all of the traffic. */
export class Promotion {
  /** The gates decide. */
  public static automatic(options: AutomaticPromotionOptions = {}): Promotion {
    const afterSeconds = secondsOfOptional(options.after);
    refuse('Promotion.automatic', lastingSeconds('after', afterSeconds));
    return new Promotion({ kind: 'automatic', afterSeconds });
  }

  /** A person decides, after the gates. */
  public static manual(): Promotion {
    return new Promotion({ kind: 'manual' });
  }

  /** @internal */
  public readonly _intent: PromotionIntent;

  private constructor(intent: PromotionIntent) {
    this._intent = intent;
  }
}
