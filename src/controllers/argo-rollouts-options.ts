import type { Duration } from 'cdk8s';
import type { AntiAffinity } from './anti-affinity';
import type { ProgressThreshold } from './progress-threshold';
import type { RunMetadata } from '../intent/run-metadata';

/** Options that only Argo Rollouts knows. */
export interface ArgoRolloutsOptions {
  /**
   * The release that runs in the cluster: `1.9` or `1.10`. What it cannot do yet is an error that names the release that can.
   * @default '1.10'
   */
  readonly version?: string;

  /**
   * How many old versions are kept to go back to.
   * @default - 10, the controller's own
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Going back to one of this many versions skips the steps.
   * @default - never
   */
  readonly rollbackWindow?: number;

  /**
   * How long a pod has to be ready before it counts.
   * @default - not at all
   */
  readonly minReady?: Duration;

  /**
   * How many successful analysis runs are kept.
   * @default - 5, the controller's own
   */
  readonly successfulRunHistoryLimit?: number;

  /**
   * How many other analysis runs are kept.
   * @default - 5, the controller's own
   */
  readonly unsuccessfulRunHistoryLimit?: number;

  /**
   * How long the old version's pods are kept after a promotion. A canary needs a router for it; a blue-green may say it itself.
   * @default - 30 seconds, the controller's own; 5 minutes in a blue-green
   */
  readonly scaleDownDelay?: Duration;

  /**
   * How many old versions are kept that long, where releases follow each other quickly. A canary needs a router for it; a blue-green
   * may say it itself.
   * @default - all of them
   */
  readonly scaleDownRevisions?: number;

  /**
   * Whether the stable version gives up pods as the canary gets its traffic. For canaries behind a router; an abort then takes
   * as long as it takes to start them again.
   * @default false
   */
  readonly dynamicStableScale?: boolean;

  /**
   * How many pods of a canary have to be there before a weight counts as reached, and the next step begins.
   * @default - all that the step wants
   */
  readonly replicaProgressThreshold?: ProgressThreshold;

  /**
   * Whether pods of the new version may share a node with pods of the old one.
   * @default - they may
   */
  readonly antiAffinity?: AntiAffinity;

  /**
   * Whether what nobody asked for is left to the controller: 25 % surge with 25 % of the pods down, no abort when new pods do not get
   * ready, no Service of a canary without a router, 30 seconds for the old version of a blue-green, and for the new one after an abort.
   * For manifests that have to be what they were; the rules say what each of these leaves open.
   * @default false
   */
  readonly controllerDefaults?: boolean;

  /**
   * Labels and annotations of every AnalysisRun.
   * @default - none
   */
  readonly analysisRunMetadata?: RunMetadata;

  /**
   * Whether rollouts stand still: the controller changes no pods, no traffic and no Services of theirs until it is taken away.
   * @default false
   */
  readonly paused?: boolean;

  /**
   * Pods that are older than this are replaced one after the other, without a release. A time that is still to come is waited for.
   * @default - nothing is restarted
   */
  readonly restartAt?: Date;
}
