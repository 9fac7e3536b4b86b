import type { Problem } from '../../intent/problem';
import type { PartOrigin } from '../rendered';

/** Some fields of a Canary, what cannot be said in them, and from which properties they came. */
export interface Told<T> {
  readonly fields: T;
  readonly problems: readonly Problem[];
  /** Relative to where the fields stand. */
  readonly origins: readonly PartOrigin[];
}
