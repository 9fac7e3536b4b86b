import { argumentConflicts, metadataConflicts } from './gate';
import type { GateIntent } from './gate';
import { distinct } from './problem';
import type { Problem } from './problem';

/** Gates of a canary that are one run: those of a stage, and those of each moment. What runs throughout is told by itself. */
export function runConflicts(gates: readonly GateIntent[]): readonly Problem[] {
  // most gates say neither
  if (gates.every(({ args, runMetadata }) => args.length === 0 && runMetadata === undefined)) return [];
  const everywhere = gates.filter(({ place }) => place.kind === 'each-stage' || place.kind === 'during-traffic');
  const weights = [...new Set(gates.flatMap(({ place }) => place.kind === 'at-stage' ? [place.weight] : []))];
  const stages = weights.map(weight => gates.filter(gate =>
    everywhere.includes(gate) || (gate.place.kind === 'at-stage' && gate.place.weight === weight)));
  const moments = (['before-traffic', 'before-promotion'] as const).map(kind => gates.filter(gate => gate.place.kind === kind));
  const throughout = gates.filter(gate => gate.place.kind === 'throughout');
  const runs = [everywhere, ...stages, ...moments];
  return distinct([...runs.flatMap(argumentConflicts), ...[...runs, throughout].flatMap(metadataConflicts)]);
}
