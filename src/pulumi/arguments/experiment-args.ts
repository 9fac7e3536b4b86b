import type * as pulumi from '@pulumi/pulumi';
import type { ExperimentOptions, ExperimentVariantOptions } from './arguments.generated';
import type { Wait, Waiting, Waiver } from './component-args';

/** One version of an experiment. */
export interface ExperimentPods extends ExperimentVariantOptions {
  /** Its pods, as Kubernetes has them in a Deployment: `{ spec: { containers: [...] } }`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as Kubernetes knows it, and the schema of other languages has no unions
  template: any;
}

/** Arguments of `Experiment`. */
export interface ExperimentArgs extends ExperimentOptions {
  /** The versions that run side by side. */
  variants: ExperimentPods[];

  /**
   * The name of the experiment in the cluster; those of its pods, and of its questions, begin with it.
   * @default - the name of the component
   */
  name?: string;

  /**
   * The namespace.
   * @default - that of the provider
   */
  namespace?: pulumi.Input<string>;

  /**
   * Labels of all that is written.
   * @default - none
   */
  labels?: Record<string, pulumi.Input<string>>;

  /**
   * Annotations of the object that stands for the experiment.
   * @default - none
   */
  annotations?: Record<string, pulumi.Input<string>>;

  /**
   * What `pulumi up` waits for: nothing, the pods (`created`), or the end (`finished`), which fails where it is not a success.
   * @default none
   */
  wait?: Wait;

  /**
   * How the end is seen, for `wait: 'finished'`. Beside a provider of your own it has to be given, since kubectl would look at the cluster
   * of its own otherwise.
   * @default - through kubectl as it is set up
   */
  waiting?: Waiting;

  /**
   * Findings that are accepted.
   * @default - none
   */
  waive?: Waiver[];
}
