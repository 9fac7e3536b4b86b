import type { RenderedTemplate } from './analysis-template';
import type { Problem } from '../../intent/problem';
import type { ObjectName } from '../../intent/router';
import type { RolloutStrategy } from '../../manifests/argo-rollouts.generated';
import type { ControllerWrites } from '../../manifests/controller-writes';
import type { Manifest } from '../../manifests/manifest';
import type { PartOrigin } from '../rendered';

/** What one strategy makes of a rollout; the rest is alike for all of them. */
export interface RenderedStrategy {
  readonly strategy: RolloutStrategy;
  /** Relative to `spec.strategy`. */
  readonly origins: () => readonly PartOrigin[];
  /** Objects that lead the traffic. */
  readonly routes: readonly Manifest[];
  /** What is watched beside the gates. */
  readonly guard?: RenderedTemplate;
  /** How long the new version has had its traffic before a gate asks, at the shortest. */
  readonly holdSeconds: number;
  readonly gaps: readonly Problem[];
  /** Objects that it names and somebody else owns. */
  readonly elsewhere: readonly ObjectName[];
  /** What the controller changes in the routes. */
  readonly controllerWrites?: readonly ControllerWrites[];
}
