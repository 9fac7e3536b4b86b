import type { CanaryStep } from '../../manifests/argo-rollouts.generated';
import type { PartOrigin } from '../rendered';

/** One step of the controller and the properties it came from. */
export interface RenderedStep {
  readonly step: CanaryStep;
  /** Relative to the step. */
  readonly origins: () => readonly PartOrigin[];
}
