import type { GateIntent } from './gate';
import type { Leaf } from '../manifests/leaf';

/** What a release is told whichever way the traffic goes. */
export interface ReleaseIntent {
  /** Why nothing is released before a person says so. */
  readonly freeze?: Leaf<string>;
  readonly promotion: PromotionIntent;
  readonly gates: readonly GateIntent[];
  /** How much of the traffic is copied to the new version before it gets any; absent: nothing. */
  readonly mirrorPercent?: Leaf<number>;
  readonly catastrophe?: CatastropheIntent;
  /** Absent: as the engine does. */
  readonly progressDeadlineSeconds?: Leaf<number>;
  /** Absent: as the strategy needs, and as long as the engine keeps them by itself. */
  readonly keepAfterAbortSeconds?: Leaf<number>;
}

export type PromotionIntent =
  | { readonly kind: 'automatic'; readonly afterSeconds?: Leaf<number> }
  | { readonly kind: 'manual' };

/** What ends a release at once, whatever else is tolerated. */
export interface CatastropheIntent {
  readonly errorsAbovePercent: Leaf<number>;
  readonly restartsAbove: Leaf<number>;
  readonly outOfMemory: boolean;
  /** Somebody asked for it; the default gives way where the metric store cannot be asked. */
  readonly isAsked?: boolean;
}
