import type { AudienceMatch, CanaryService, CanaryWebhook } from '../manifests/flagger.generated';
import type { Leaf } from '../manifests/leaf';

/** Fields of Flagger that the neutral properties do not reach. */
export interface FlaggerControllerIntent {
  /** How often everything is asked, which is how long a stage lasts; absent: as the stages hold. */
  readonly intervalSeconds?: Leaf<number>;
  /** How many failed checks take a release back, of all questions together. */
  readonly threshold?: Leaf<number>;
  /** How often a blue-green asks before it switches. */
  readonly iterations?: Leaf<number>;
  /** How much of the traffic comes back to the primary with every interval of the promotion; absent: all at once. */
  readonly promotionStep?: Leaf<number>;
  /** How many percent of the pods have to be ready. */
  readonly primaryReadyPercent?: Leaf<number>;
  readonly canaryReadyPercent?: Leaf<number>;
  readonly skipAnalysis?: Leaf<boolean>;
  readonly revertOnDeletion?: Leaf<boolean>;
  readonly suspend?: Leaf<boolean>;
  /** A pod on every node, instead of a number of them. */
  readonly daemonSet?: boolean;
  /** Where the builtin questions are asked; absent: where Flagger's own option says. */
  readonly metricsServer?: Leaf<string>;
  /** What the Services and routes are told, beside what the rollout and its router say. */
  readonly service?: Partial<CanaryService>;
  /** What the autoscaler of the primary is told otherwise than that of the target. */
  readonly primaryScaler?: FlaggerScalerIntent;
  /** Where approvals are asked for: a load tester of Flagger, or what answers as it does. */
  readonly gates?: Leaf<string>;
  /** Whether a release may be taken back there. */
  readonly manualRollback?: boolean;
  /** The cookie by which visitors stay with the primary; absent: they do not. */
  readonly primaryCookie?: Leaf<string>;
  /** What is true of the requests of an audience, beside their headers. */
  readonly audience?: Pick<AudienceMatch, 'queryParams' | 'sourceLabels'>;
  /** Calls that are made as they are written. */
  readonly webhooks?: readonly CanaryWebhook[];
}

export interface FlaggerScalerIntent {
  readonly minReplicas?: Leaf<number>;
  readonly maxReplicas?: Leaf<number>;
  /** Queries of KEDA's triggers, by the names of these. */
  readonly queries?: Readonly<Record<string, Leaf<string>>>;
}

/** What is done where nothing is said: 5 % more every minute up to half of the traffic, and the second failed check takes it back. */
export const flaggerDefaults = { stepWeight: 5, maxWeight: 50, intervalSeconds: 60, threshold: 2, iterations: 10 } as const;

/** Flagger takes a shorter one for this. */
export const shortestIntervalSeconds = 10;
