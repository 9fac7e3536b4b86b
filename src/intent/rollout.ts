import type { AdoptedIntent } from './adopted';
import type { AlertIntent } from './alert';
import type { BlueGreenIntent } from './blue-green';
import type { CanaryIntent } from './canary';
import type { DeliveryIntent } from './delivery';
import type { DisruptionBudgetIntent } from './disruption-budget';
import type { FlaggerControllerIntent } from './flagger';
import type { IMetricSource } from './metric-source';
import type { ProtocolIntent } from './protocol';
import type { RunMetadataIntent } from './run-metadata';
import type { ScalingIntent } from './scaling';
import type { ScrapeIntent } from './scrape';
import type { ITelemetry } from './telemetry';
import type { ArgoVersion } from '../manifests/argo-versions';
import type { Leaf } from '../manifests/leaf';

/** All that a user wants of one rollout, as plain data that an engine can render. */
export interface RolloutIntent<S extends StrategyIntent = StrategyIntent, C extends ControllerIntent = ControllerIntent> {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
  readonly pods: PodsIntent;
  /** Who decides how many pods there are; absent: `pods.replicas` does. */
  readonly scaling?: ScalingIntent;
  /** How many pods may be taken away at once; absent: nobody is told. */
  readonly disruptionBudget?: DisruptionBudgetIntent;
  /** What is spoken on the port; absent: nobody said, and it is taken for HTTP. */
  readonly protocol?: ProtocolIntent;
  readonly services: ServicesIntent;
  readonly strategy: S;
  readonly controller: C;
  /** Who is told of the release. */
  readonly alerts?: readonly AlertIntent[];
  readonly delivery?: DeliveryIntent;
  /** What the questions are written against, unless they say it themselves. */
  readonly telemetry: ITelemetry;
  /** Where the metrics are kept, unless a question says it itself. */
  readonly source: IMetricSource;
}

/** A rollout that Argo Rollouts runs. */
export type ArgoRolloutIntent<S extends StrategyIntent = StrategyIntent> = RolloutIntent<S, ArgoController>;

/** A rollout that Flagger runs. */
export type FlaggerRolloutIntent<S extends StrategyIntent = StrategyIntent> = RolloutIntent<S, FlaggerController>;

/** A rollout of Argo Rollouts whose strategy is known to be a canary. */
export type CanaryRolloutIntent = ArgoRolloutIntent<CanaryIntent>;

/** A rollout of Argo Rollouts whose strategy is known to be a blue-green. */
export type BlueGreenRolloutIntent = ArgoRolloutIntent<BlueGreenIntent>;

export interface PodsIntent {
  /** Absent: somebody else scales. */
  readonly replicas?: Leaf<number>;
  /** Absent: that of what is adopted, which the controller looks up. */
  readonly selector?: Leaf<Readonly<Record<string, string>>>;
  /** The pod template as Kubernetes wants it; nobody's where another workload has it. */
  readonly template: Leaf<Readonly<Record<string, unknown>>>;
  /** The workload that has the template instead. */
  readonly adopted?: AdoptedIntent;
}

export interface ServicesIntent {
  /** Everybody calls it: the stable one of a canary, the active one of a blue-green. */
  readonly main: ServiceIntent;
  /** It reaches the new version alone: the canary's, the preview. */
  readonly next: ServiceIntent;
  readonly ports: readonly ServicePortIntent[];
  /** What Prometheus is told of the pods behind them. */
  readonly scrape?: ScrapeIntent;
}

export interface ServiceIntent {
  readonly name: string;
  /** Somebody else's Service is named, not written. */
  readonly existing: boolean;
}

export interface ServicePortIntent {
  readonly name?: Leaf<string>;
  readonly port: Leaf<number>;
  readonly targetPort: Leaf<number>;
  /** The name of that port in the pods. It leads to each version's own port, should the number change from one to the next. */
  readonly targetName?: Leaf<string>;
  /** What is spoken there, for routers that look at it. */
  readonly appProtocol?: string;
  readonly protocol?: string;
}

/** How a new version takes over; the kind decides how the rest is read. */
export type StrategyIntent = CanaryIntent | BlueGreenIntent;

/** The engine that runs the rollout; the kind decides how the rest is read. */
export type ControllerIntent = ArgoController | FlaggerController;

export interface ArgoController {
  readonly kind: 'argo';
  readonly argo: ArgoControllerIntent;
}

export interface FlaggerController {
  readonly kind: 'flagger';
  readonly flagger: FlaggerControllerIntent;
}

/** Fields of Argo Rollouts that the neutral properties do not reach. */
export interface ArgoControllerIntent {
  readonly revisionHistoryLimit?: Leaf<number>;
  readonly rollbackWindowRevisions?: Leaf<number>;
  readonly minReadySeconds?: Leaf<number>;
  readonly successfulRunHistoryLimit?: Leaf<number>;
  readonly unsuccessfulRunHistoryLimit?: Leaf<number>;
  /** Absent: the newest. */
  readonly version?: ArgoVersion;
  readonly scaleDownDelaySeconds?: Leaf<number>;
  readonly scaleDownRevisions?: Leaf<number>;
  readonly dynamicStableScale?: boolean;
  readonly replicaProgressThreshold?: ProgressThresholdIntent;
  readonly antiAffinity?: AntiAffinityIntent;
  readonly analysisRunMetadata?: RunMetadataIntent;
  readonly paused?: Leaf<boolean>;
  /** In RFC 3339. */
  readonly restartAt?: Leaf<string>;
  /** What nobody asked for is left to the controller. */
  readonly controllerDefaults?: boolean;
}

/** Pods of a canary that have to be there before a step counts as reached. */
export interface ProgressThresholdIntent {
  readonly kind: 'percent' | 'pods';
  readonly value: Leaf<number>;
}

/** Whether the two versions may share a node. */
export type AntiAffinityIntent = { readonly kind: 'preferred'; readonly weight: Leaf<number> } | { readonly kind: 'required' };
