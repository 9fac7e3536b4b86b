import type { AnalysisIntent } from './analysis';
import type { ArgumentIntent } from './argument';

/** An analysis at its place in the rollout. */
export interface GateIntent {
  readonly place: GatePlace;
  readonly analysis: AnalysisIntent;
  /** Values for the arguments that the analysis declares. */
  readonly args: readonly ArgumentIntent[];
  /** Measured and shown, without consequences. */
  readonly dryRun: boolean;
  /** The property that asked for it, such as `analyses[0]`. */
  readonly property: string;
}

/** Gates whose questions have different names: of two with one name the first is kept, and the other is told as a problem. */
export function distinctGates(gates: readonly GateIntent[]): readonly GateIntent[] {
  const names = new Set<string>();
  return gates.filter(({ analysis }) => !names.has(analysis.name) && names.add(analysis.name));
}

export type GatePlace =
  /** In the background, from a step on; absent: from the first step after the first weight. */
  | { readonly kind: 'throughout'; readonly fromStep?: number }
  /** After the hold of each stage, before the next weight. */
  | { readonly kind: 'each-stage' }
  | { readonly kind: 'at-stage'; readonly weight: number }
  | { readonly kind: 'before-promotion' }
  | { readonly kind: 'after-promotion' };
