import type { Problem } from './problem';
import { joinLeaves, known, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';
import { POD_RANGE_ANNOTATION } from '../manifests/pod-range';

/** Who changes the number of pods, and between which limits. */
export type ScalingIntent = HpaIntent | KedaIntent | ExternalScalingIntent;

interface Limits {
  readonly min: Leaf<number>;
  readonly max: Leaf<number>;
}

/** A HorizontalPodAutoscaler that the engine writes. */
export interface HpaIntent extends Limits {
  readonly kind: 'hpa';
  readonly cpuPercent?: Leaf<number>;
  readonly memoryPercent?: Leaf<number>;
  readonly scaleDownWindowSeconds?: Leaf<number>;
}

/** A ScaledObject that somebody else owns. */
export interface KedaIntent extends Limits {
  readonly kind: 'keda';
  readonly name: string;
}

/** Something that is no object of this namespace. */
export interface ExternalScalingIntent extends Limits {
  readonly kind: 'external';
}

/** The fewest pods that a release can meet; a release of none has nothing to divide. Undefined while it is not known. */
export function fewestPods(scaling: ScalingIntent): number | undefined {
  const least = known(scaling.min);
  return least === undefined ? undefined : Math.max(1, least);
}

/** The range, where no manifest of ours says it. */
export function rangeAnnotations(scaling: ScalingIntent | undefined): Readonly<Record<string, Leaf<string>>> {
  if (scaling === undefined || scaling.kind === 'hpa') return {};
  return { [POD_RANGE_ANNOTATION]: joinLeaves(mapLeaf(scaling.min, least => `${least}-`), scaling.max) };
}

/** A number of pods beside something that changes it. */
export function scalingProblem(replicas: Leaf<number> | undefined, scaling: ScalingIntent | undefined): Problem | undefined {
  return replicas === undefined || scaling === undefined ? undefined : {
    property: 'replicas',
    message: `cannot be combined with scaling: ${scalerName(scaling)} decides how many pods there are, and each apply would put the number back`,
    fix: 'drop replicas, or drop scaling for a number of pods that stays',
  };
}

function scalerName(scaling: ScalingIntent): string {
  switch (scaling.kind) {
    case 'hpa': return 'a HorizontalPodAutoscaler';
    case 'keda': return `ScaledObject ${scaling.name}`;
    case 'external': return 'something else';
  }
}
