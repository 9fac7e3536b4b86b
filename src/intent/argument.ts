import type { Leaf } from '../manifests/leaf';

/** Where the value of an argument comes from. */
export type ArgumentSource =
  | { readonly kind: 'value'; readonly value: Leaf<string> }
  | { readonly kind: 'canary-hash' }
  | { readonly kind: 'stable-hash' }
  | { readonly kind: 'field'; readonly path: string }
  | { readonly kind: 'secret'; readonly secret: string; readonly key: string }
  /** Of one version in an experiment. */
  | { readonly kind: 'variant'; readonly variant: string; readonly part: 'hash' | 'replica-set' }
  | { readonly kind: 'experiment'; readonly moment: 'start' | 'end' };

/** Whether it is known in experiments alone. */
export function isOfExperiment(source: ArgumentSource | undefined): boolean {
  return source?.kind === 'variant' || source?.kind === 'experiment';
}

/** A value handed to an analysis when it runs. */
export interface ArgumentIntent {
  readonly name: string;
  /** Absent: declared, to be supplied by whoever uses the analysis. */
  readonly source?: ArgumentSource;
}
