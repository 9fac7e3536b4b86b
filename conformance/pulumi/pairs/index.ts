import { pairs as argo } from './argo';
import { pairs as flagger } from './flagger';
import { written } from './pair';
import type { Pair } from './pair';

export const pairs: readonly Pair[] = [...argo, ...flagger];

export { written };
