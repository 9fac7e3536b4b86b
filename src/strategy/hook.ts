import type { IAction } from '../intent/analysis';
import type { GateIntent, GatePlace } from '../intent/gate';

/**
 * Something that is done at a moment of every release. The release waits for it, and Argo Rollouts takes it back when it fails. Flagger counts
 * what fails before or during the traffic as a failed check, does it again at the next one, and takes the release back at its threshold.
 */
export class Hook {
  /**
   * Before the new version gets any of the traffic. In a canary behind a router its first pods run already, and its Service reaches them;
   * without a router there are none yet. In a blue-green all of them run. For Flagger it is a `pre-rollout` call, when all pods are ready.
   */
  public static beforeTraffic(action: IAction): Hook {
    return new Hook({ kind: 'before-traffic' }, action);
  }

  /**
   * While the new version gets traffic: after the hold of each stage of a canary, after the switch of a blue-green. For Flagger it is a
   * `rollout` call at every check, also in a blue-green, whose checks come before the switch.
   */
  public static duringTraffic(action: IAction): Hook {
    return new Hook({ kind: 'during-traffic' }, action);
  }

  /**
   * Before all of the traffic goes to the new version. For Flagger it is a `confirm-promotion` call, which is made at every check until it is
   * answered well: the release waits, and is not taken back for it.
   */
  public static beforePromotion(action: IAction): Hook {
    return new Hook({ kind: 'before-promotion' }, action);
  }

  /**
   * After all of the traffic went to the new version. Argo Rollouts can do it in a blue-green, which it takes back when it fails. For Flagger it
   * is a `post-rollout` call, which is made after a release that was taken back as well, and whose answer changes nothing.
   */
  public static afterPromotion(action: IAction): Hook {
    return new Hook({ kind: 'after-promotion' }, action);
  }

  /**
   * When a release is taken back. Argo Rollouts cannot do it, and its notifications can. For Flagger it is a `post-rollout` call, which is made
   * after a good release as well: its body has the phase, `Failed` or `Succeeded`.
   */
  public static onRollback(action: IAction): Hook {
    return new Hook({ kind: 'on-rollback' }, action);
  }

  /** @internal */
  public readonly _intent: Omit<GateIntent, 'property'>;

  private constructor(place: GatePlace, action: IAction) {
    this._intent = { place, analysis: action._intent, args: [], dryRun: false };
  }
}
