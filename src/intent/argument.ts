import type { Leaf } from '../manifests/leaf';

/** Where the value of an argument comes from. */
export type ArgumentSource =
  | { readonly kind: 'value'; readonly value: Leaf<string> }
  | { readonly kind: 'canary-hash' }
  | { readonly kind: 'stable-hash' }
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'secret'; readonly secret: string; readonly key: string };

/** A value handed to an analysis when it runs. */
export interface ArgumentIntent {
  readonly name: string;
  /** Absent: declared, to be supplied by whoever uses the analysis. */
  readonly source?: ArgumentSource;
}
