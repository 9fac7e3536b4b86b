import type { Duration } from 'cdk8s';
import type { FlaggerHook } from './hook';
import type { FlaggerTextMatch } from './route-options';
import type { FlaggerServiceOptions } from './service-options';

/** What the autoscaler of the primary is told otherwise than that of the workload. */
export interface FlaggerPrimaryScaler {
  /**
   * The fewest pods of the primary.
   * @default - as few as the workload
   */
  readonly minReplicas?: number;

  /**
   * The most pods of the primary.
   * @default - as many as the workload
   */
  readonly maxReplicas?: number;

  /**
   * Queries of KEDA's triggers for the primary, by the names of the triggers.
   * @default - those of the workload, in which its name gets `-primary` behind it
   */
  readonly queries?: { [trigger: string]: string };
}

/** What is true of the requests of an audience, beside what it says of their headers. */
export interface FlaggerAudience {
  /**
   * Parameters behind the path, by their names.
   * @default - any
   */
  readonly queryParams?: { [parameter: string]: FlaggerTextMatch };

  /**
   * Labels of the pods that ask. Only Istio can tell.
   * @default - any
   */
  readonly sourceLabels?: { [key: string]: string };
}

/** Options that only Flagger knows. */
export interface FlaggerOptions {
  /**
   * The release that runs in the cluster.
   * @default '1.44'
   */
  readonly version?: string;

  /**
   * How often everything is asked, which is how long a stage lasts. At least ten seconds.
   * @default - as the ramp holds its stages, or a minute
   */
  readonly interval?: Duration;

  /**
   * How many failed checks take a release back, of all questions together and over the whole release.
   * @default - 2, or 1 where the ramp says how long its stages are held
   */
  readonly threshold?: number;

  /**
   * How often a blue-green asks everything before it switches, and an A/B test without a duration before it ends.
   * @default 10
   */
  readonly iterations?: number;

  /**
   * How many percent of the traffic come back to the primary with every interval, when it has become the new version.
   * @default - all of it at once
   */
  readonly promotionStep?: number;

  /**
   * How many percent of the primary's pods have to be ready before anything goes on.
   * @default - 100, the controller's own
   */
  readonly primaryReadyPercent?: number;

  /**
   * How many percent of the canary's pods have to be ready before anything goes on.
   * @default - 100, the controller's own
   */
  readonly canaryReadyPercent?: number;

  /**
   * Whether releases are promoted without being looked at.
   * @default false
   */
  readonly skipAnalysis?: boolean;

  /**
   * Whether the workload gets its pods back and Services lead to it when the Canary is deleted. Flagger has to run then.
   * @default - false: the Services and the primary go with the Canary
   */
  readonly revertOnDeletion?: boolean;

  /**
   * Whether releases stand still.
   * @default false
   */
  readonly suspend?: boolean;

  /**
   * Whether there is a pod on every node instead of a number of them.
   * @default false
   */
  readonly daemonSet?: boolean;

  /**
   * The Prometheus that the builtin questions of Flagger are asked of.
   * @default - that of the questions, where one of them is asked so
   */
  readonly metricsServer?: string;

  /**
   * What the Services and the route are told that Flagger writes.
   * @default - what the rollout and its router say
   */
  readonly service?: FlaggerServiceOptions;

  /**
   * What the autoscaler of the primary is told otherwise than that of the workload.
   * @default - nothing
   */
  readonly primaryScaler?: FlaggerPrimaryScaler;

  /**
   * What else is true of the requests that the audience of an A/B test makes.
   * @default - nothing but what the audience says
   */
  readonly audience?: FlaggerAudience;

  /**
   * The cookie by which visitors stay with the old version until the next share of the traffic, where the rollout has a `sessionAffinity`.
   * @default - none: whoever has met the old version may meet the new one with the next request
   */
  readonly primaryCookie?: string;

  /**
   * Where people approve: the address of a load tester of Flagger, whose gates can be opened and closed. Approvals of stages and of the
   * promotion are asked for there.
   * @default - nobody can be asked, and a freeze suspends the releases
   */
  readonly gates?: string;

  /**
   * Whether a release is taken back when somebody says so at the gates.
   * @default false
   */
  readonly manualRollback?: boolean;

  /**
   * Calls that are made as they are written, for what hooks of a rollout do not reach.
   * @default - none
   */
  readonly webhooks?: FlaggerHook[];
}
