import type { Leaf } from '../manifests/leaf';

/** What is compared between the canary and the stable version. */
export type Compared =
  | { readonly kind: 'success-rate' | 'error-rate' }
  | { readonly kind: 'latency'; readonly percentile: Leaf<number> };

/** A comparison, whose answer is larger the worse the canary is. */
export interface ComparisonIntent {
  readonly compared: Compared;
  /** What one is more than the other, or how many times as much. */
  readonly by: 'difference' | 'ratio';
  /** The property that says how much worse it may be. */
  readonly limit: string;
}
