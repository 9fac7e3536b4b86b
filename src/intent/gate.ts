import type { AnalysisIntent } from './analysis';
import type { ArgumentIntent } from './argument';
import { show } from './problem';
import type { Problem } from './problem';
import type { RunMetadataIntent } from './run-metadata';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** How an analysis is asked at its place. */
export interface AskingIntent {
  /** Values for the arguments that the analysis declares. */
  readonly args: readonly ArgumentIntent[];
  /** Measured and shown, without consequences. */
  readonly dryRun: boolean;
  /** The same for some of its metrics alone. */
  readonly dryRunMetrics?: readonly string[];
  /** How many measurements of each of its metrics are kept; absent: as the analysis says. */
  readonly keptMeasurements?: Leaf<number>;
  /** What the run carries, beside what every run does. */
  readonly runMetadata?: RunMetadataIntent;
}

/** An analysis at its place in the rollout. */
export interface GateIntent extends AskingIntent {
  readonly place: GatePlace;
  readonly analysis: AnalysisIntent;
  /** The property that asked for it, such as `analyses[0]`. */
  readonly property: string;
}

export type GatePlace =
  /** Before the new version gets any of the traffic. */
  | { readonly kind: 'before-traffic' }
  /** While it gets some of it: after each stage of a canary; in a blue-green, where it gets all at once, after the switch. */
  | { readonly kind: 'during-traffic' }
  /** When a release is taken back. */
  | { readonly kind: 'on-rollback' }
  /** In the background, from a step on; absent: from the first step after the first weight. */
  | { readonly kind: 'throughout'; readonly fromStep?: number }
  /** After the hold of each stage, before the next weight. */
  | { readonly kind: 'each-stage' }
  | { readonly kind: 'at-stage'; readonly weight: number }
  | { readonly kind: 'before-promotion' }
  | { readonly kind: 'after-promotion' };

/** Gates whose questions have different names: of two with one name the first is kept, and the other is told as a problem. */
export function distinctGates(gates: readonly GateIntent[]): readonly GateIntent[] {
  const names = new Set<string>();
  return gates.filter(({ analysis }) => !names.has(analysis.name) && names.add(analysis.name));
}

/** Gates of one run, which has one value for each argument. */
export function argumentConflicts(gates: readonly GateIntent[]): readonly Problem[] {
  return conflicts(gates, 'args', 'give the arguments different names', gate => gate.args.map(({ name, source }) =>
    [name, JSON.stringify(source?.kind === 'value' ? known(source.value) : source)]));
}

/** The same for what the run carries. */
export function metadataConflicts(gates: readonly GateIntent[]): readonly Problem[] {
  return conflicts(gates, 'runMetadata', 'give them the same value', ({ runMetadata }) =>
    Object.entries({ ...runMetadata?.labels, ...runMetadata?.annotations }).map(([name, value]) => [name, JSON.stringify(known(value))]));
}

function conflicts(
  gates: readonly GateIntent[], option: string, fix: string, entries: (gate: GateIntent) => readonly (readonly [string, string | undefined])[],
): readonly Problem[] {
  const given = new Map<string, string | undefined>();
  return gates.flatMap(gate => entries(gate).flatMap(([name, value]) => {
    const other = given.get(name);
    given.set(name, value);
    return other === undefined || other === value ? [] : [{
      property: `${gate.property}.${option}`,
      message: `gives ${show(name)} the value ${value}, and another gate of the same run gives it ${other}`,
      fix,
    }];
  }));
}
