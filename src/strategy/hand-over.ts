import type { HandOverIntent } from '../intent/adopted';

/**
 * What becomes of the pods of an adopted Deployment. The controller acts as long as the rollout runs its first version, and never
 * again after that.
 */
export class HandOver {
  /** For each pod of the rollout that is ready the Deployment loses one, and gets it back should it fail. */
  public static progressively(): HandOver {
    return new HandOver('progressively');
  }

  /** The Deployment keeps all of its pods until every pod of the rollout is available, and then loses them at once. */
  public static onSuccess(): HandOver {
    return new HandOver('on-success');
  }

  /** Nothing scales the Deployment. It is for one that has no pods, or none any more. */
  public static never(): HandOver {
    return new HandOver('never');
  }

  /** @internal */
  public readonly _intent: HandOverIntent;

  private constructor(intent: HandOverIntent) {
    this._intent = intent;
  }
}
