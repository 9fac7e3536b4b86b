import { percentOfPreference } from '../intent/checks';
import { refuse } from '../intent/problem';
import type { AntiAffinityIntent } from '../intent/rollout';

/** Whether pods of the new version may share a node with pods of the old one. */
export class AntiAffinity {
  /** Rather not. They do where there is no other room; `weight`, from 1 to 100, is how much it counts among other preferences of the scheduler. */
  public static preferred(weight: number = 100): AntiAffinity {
    refuse('AntiAffinity.preferred', percentOfPreference('weight', weight));
    return new AntiAffinity({ kind: 'preferred', weight });
  }

  /**
   * Never. Where the old version is on every node, pods of the new one wait until old ones go; in a blue-green, and in a canary behind
   * a router, none go before the promotion, so that the release waits until its deadline takes it back.
   */
  public static required(): AntiAffinity {
    return new AntiAffinity({ kind: 'required' });
  }

  /** @internal */
  public readonly _intent: AntiAffinityIntent;

  private constructor(intent: AntiAffinityIntent) {
    this._intent = intent;
  }
}
