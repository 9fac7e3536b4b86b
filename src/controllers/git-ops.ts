import type { DeliveryIntent } from '../intent/delivery';

/** What brings the manifests into the cluster, where they have to tell it something. `kubectl apply` needs none. */
export class GitOps {
  /**
   * Argo CD. What a Rollout refers to is applied before it, by sync waves; `Rollout.toArgoCd()` writes what an Application has to
   * know of the fields that the controllers change.
   */
  public static argoCd(): GitOps {
    return new GitOps('argo-cd');
  }

  /** Flux, with a Kustomization. What old versions may need is not pruned. */
  public static flux(): GitOps {
    return new GitOps('flux');
  }

  /** Helm, also below Flux or another tool. What old versions may need is kept by an upgrade. */
  public static helm(): GitOps {
    return new GitOps('helm');
  }

  /** @internal */
  public readonly _intent: DeliveryIntent;

  private constructor(intent: DeliveryIntent) {
    this._intent = intent;
  }
}
