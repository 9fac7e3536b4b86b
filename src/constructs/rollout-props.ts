import type { WorkloadProps } from 'cdk8s-plus-28';
import type { Adopted } from './adopted';
import type { AlertChannel } from './alert-channel';
import type { ReleaseOptions } from '../release/release-options';
import type { Strategy } from '../strategy/strategy';

/** What every rollout is told, whatever its strategy, beside the properties of every cdk8s-plus workload. */
export interface CommonRolloutProps extends WorkloadProps, ReleaseOptions {
  /**
   * A workload that exists, whose pods the rollout takes over. It keeps the pod template, so that containers, volumes and
   * whatever else belongs to pods stay with it, and a release is a change of its template.
   * @default - none: the pods are those of `containers`
   */
  readonly adopt?: Adopted;

  /**
   * Who is told of a release, and of what.
   * @default - those of `RolloutDefaults`, or nobody
   */
  readonly alerts?: AlertChannel[];
}

/** Properties of `Rollout`. */
export interface RolloutProps extends CommonRolloutProps {
  /** How a new version takes over. */
  readonly strategy: Strategy;
}
