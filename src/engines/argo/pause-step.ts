import type { CanaryStep } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Nothing changes for this long. */
export function pauseStep(seconds: Leaf<number>): CanaryStep {
  return { pause: { duration: mapLeaf(seconds, formatGoDuration) } };
}
