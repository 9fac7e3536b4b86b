import type { AffinityIntent } from './affinity';
import { audienceProblems } from './audience-problems';
import { stagesOf } from './course';
import type { CourseIntent } from './course';
import type { GateIntent } from './gate';
import { argumentConflicts } from './gate';
import type { Problem } from './problem';
import type { ReleaseIntent } from './release';
import type { Router } from './router';
import { runConflicts } from './runs';
import type { VersionMetadataIntent } from './version-metadata';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** The new version gets the traffic step by step. */
export interface CanaryIntent extends ReleaseIntent {
  readonly kind: 'canary';
  readonly course: CourseIntent;
  readonly router?: Router;
  readonly minimumCanaryPods: Leaf<number>;
  /** How many pods more there may be without a router; absent: a quarter. */
  readonly maxSurge?: Leaf<number | string>;
  /** How many pods less there may be; absent: none. */
  readonly maxUnavailable?: Leaf<number | string>;
  /** What pods carry while they are the canary. */
  readonly canaryMetadata?: VersionMetadataIntent;
  /** What they carry from the promotion on. */
  readonly stableMetadata?: VersionMetadataIntent;
  /** The two Services take turns. */
  readonly pingPong?: boolean;
  /** How a visitor stays with the version that answered first. */
  readonly affinity?: AffinityIntent;
}

/** Gates that this canary has no place for. */
export function canaryProblems(strategy: CanaryIntent): readonly Problem[] {
  const { gates, course } = strategy;
  const throughout = gates.filter(gate => gate.place.kind === 'throughout');
  return [
    ...gates.flatMap(gate => missingStage(gate, course)),
    ...argumentConflicts(throughout),
    ...runConflicts(gates),
    ...startConflicts(throughout),
    ...audienceProblems(strategy),
  ];
}

function missingStage({ place, property }: GateIntent, course: CourseIntent): readonly Problem[] {
  if (place.kind !== 'at-stage') return [];
  const weights = course.kind === 'ramp'
    ? stagesOf(course).map(({ stage }) => known(stage.weight)).filter(weight => weight !== 0)
    : course.steps.flatMap(step => step.kind === 'weight' ? [known(step.weight)] : []);
  if (weights.includes(place.weight)) return [];
  return [weights.includes(undefined)
    ? { property, message: `cannot be placed: whether a stage has the weight ${place.weight} is not known yet`, fix: 'use Gate.eachStage' }
    : { property, message: `no stage has the weight ${place.weight}; there are ${weights.join(', ')}`, fix: 'name one of these' }];
}

/** What runs throughout is one run, which begins once. */
function startConflicts(throughout: readonly GateIntent[]): readonly Problem[] {
  const starts = throughout.map(({ place }) => place.kind === 'throughout' ? place.fromStep : undefined);
  return throughout.slice(1).flatMap((gate, index) => starts[index + 1] === starts[0] ? [] : [{
    property: `${gate.property}.fromStep`,
    message: `must be that of ${throughout[0].property}, ${startName(starts[0])}, since all that runs throughout is one run, got ${startName(starts[index + 1])}`,
    fix: 'give them the same, or none',
  }]);
}

function startName(step: number | undefined): string {
  return step === undefined ? 'the step after the first weight' : String(step);
}
