import { argumentConflicts, metadataConflicts } from './gate';
import type { GateIntent, GatePlace } from './gate';
import type { Problem } from './problem';
import type { ReleaseIntent } from './release';
import type { Router } from './router';
import type { VersionMetadataIntent } from './version-metadata';
import type { Leaf } from '../manifests/leaf';

/** The new version gets all of the traffic at once, beside an old one that is still there to go back to. */
export interface BlueGreenIntent extends ReleaseIntent {
  readonly kind: 'blue-green';
  /** What leads the traffic; absent: Services alone. */
  readonly router?: Router;
  /** Pods of the new version before the switch; absent: as many as after it. */
  readonly previewReplicas?: Leaf<number>;
  /** How long the old version stays after the promotion; absent: as the controller is told, or the default. */
  readonly scaleDownDelaySeconds?: Leaf<number>;
  /** How many old versions stay that long; absent: all of them. */
  readonly scaleDownRevisions?: Leaf<number>;
  /** What pods carry while everybody's requests go to them. */
  readonly activeMetadata?: VersionMetadataIntent;
  /** What pods carry until then. */
  readonly previewMetadata?: VersionMetadataIntent;
  /** How many pods may be away in a restart; absent: as many as the engine takes by itself. */
  readonly maxUnavailable?: Leaf<number | string>;
}

/** How long the old version stays where nothing is said: going back to it is a matter of a second meanwhile. */
export const defaultScaleDownDelaySeconds = 300;

/** The switch is the first traffic and the last. */
const sides: { readonly [kind in GatePlace['kind']]?: GatePlace['kind'] } = { 'before-traffic': 'before-promotion', 'during-traffic': 'after-promotion' };

/** What is asked on one side of the switch is one run. */
export function gatesAt({ gates }: BlueGreenIntent, place: 'before-promotion' | 'after-promotion'): readonly GateIntent[] {
  return gates.filter(gate => (sides[gate.place.kind] ?? gate.place.kind) === place);
}

/** Gates that a blue-green has no place for. */
export function blueGreenProblems(strategy: BlueGreenIntent): readonly Problem[] {
  return [
    ...strategy.gates.flatMap(({ place, property }) => noStages[place.kind] === undefined ? [] : [{
      property,
      message: `${noStages[place.kind]} has no place in a blue-green, which has no stages: all of the traffic goes to the new version at once`,
      fix: 'use Gate.afterPromotion, which can still switch back, or a CanaryRollout, which has stages',
    }]),
    ...argumentConflicts(gatesAt(strategy, 'before-promotion')),
    ...argumentConflicts(gatesAt(strategy, 'after-promotion')),
    ...metadataConflicts(gatesAt(strategy, 'before-promotion')),
    ...metadataConflicts(gatesAt(strategy, 'after-promotion')),
  ];
}

const noStages: { readonly [kind in GatePlace['kind']]?: string } = {
  'throughout': 'Gate.throughout',
  'each-stage': 'Gate.eachStage',
  'at-stage': 'Gate.atStage',
};
