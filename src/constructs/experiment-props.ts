import type { ApiObjectMetadata } from 'cdk8s';
import type { WorkloadProps } from 'cdk8s-plus-28';
import type { ExperimentOptions, ExperimentVariantOptions } from '../release/experiment-options';

/** One version of an experiment, with the properties of every cdk8s-plus workload for its pods. */
export interface ExperimentVariantProps extends WorkloadProps, ExperimentVariantOptions {}

/** Properties of `Experiment`. */
export interface ExperimentProps extends ExperimentOptions {
  /** The versions that run side by side. */
  readonly variants: ExperimentVariantProps[];

  /**
   * Name, namespace, labels and annotations of the object.
   * @default - the id of the construct is its name
   */
  readonly metadata?: ApiObjectMetadata;
}
