import type { Leaf } from '../manifests/leaf';

/** How much of a rollout may be taken away at once by who empties nodes: so many pods, or such a share of them. */
export type DisruptionBudgetIntent =
  | { readonly kind: 'pods'; readonly pods: Leaf<number> }
  | { readonly kind: 'percent'; readonly percent: Leaf<number> };
