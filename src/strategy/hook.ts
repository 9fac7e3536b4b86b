import type { IAction } from '../intent/analysis';
import type { GateIntent, GatePlace } from '../intent/gate';

/** Something that is done at a moment of every release. The release waits for it, and is taken back when it fails. */
export class Hook {
  /**
   * Before the new version gets any of the traffic. In a canary behind a router its first pods run already, and its Service reaches them;
   * without a router there are none yet. In a blue-green all of them run.
   */
  public static beforeTraffic(action: IAction): Hook {
    return new Hook({ kind: 'before-traffic' }, action);
  }

  /** While the new version gets traffic: after the hold of each stage of a canary, after the switch of a blue-green. */
  public static duringTraffic(action: IAction): Hook {
    return new Hook({ kind: 'during-traffic' }, action);
  }

  /** Before all of the traffic goes to the new version. */
  public static beforePromotion(action: IAction): Hook {
    return new Hook({ kind: 'before-promotion' }, action);
  }

  /** After all of the traffic went to the new version. Argo Rollouts can do it in a blue-green. */
  public static afterPromotion(action: IAction): Hook {
    return new Hook({ kind: 'after-promotion' }, action);
  }

  /** When a release is taken back. Argo Rollouts cannot do it, and its notifications can. */
  public static onRollback(action: IAction): Hook {
    return new Hook({ kind: 'on-rollback' }, action);
  }

  /** @internal */
  public readonly _intent: Omit<GateIntent, 'property'>;

  private constructor(place: GatePlace, action: IAction) {
    this._intent = { place, analysis: action._intent, args: [], dryRun: false };
  }
}
