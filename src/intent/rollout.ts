import type { BlueGreenIntent } from './blue-green';
import type { CanaryIntent } from './canary';
import type { IMetricSource } from './metric-source';
import type { RunMetadataIntent } from './run-metadata';
import type { ITelemetry } from './telemetry';
import type { Leaf } from '../manifests/leaf';

/** All that a user wants of one rollout, as plain data that an engine can render. */
export interface RolloutIntent<S extends StrategyIntent = StrategyIntent> {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
  readonly pods: PodsIntent;
  readonly services: ServicesIntent;
  readonly strategy: S;
  readonly controller: ControllerIntent;
  /** What the questions are written against, unless they say it themselves. */
  readonly telemetry: ITelemetry;
  /** Where the metrics are kept, unless a question says it itself. */
  readonly source: IMetricSource;
}

/** A rollout whose strategy is known to be a canary. */
export type CanaryRolloutIntent = RolloutIntent<CanaryIntent>;

/** A rollout whose strategy is known to be a blue-green. */
export type BlueGreenRolloutIntent = RolloutIntent<BlueGreenIntent>;

export interface PodsIntent {
  /** Absent: somebody else scales. */
  readonly replicas?: Leaf<number>;
  readonly selector: Leaf<Readonly<Record<string, string>>>;
  /** The pod template as Kubernetes wants it. */
  readonly template: Leaf<Readonly<Record<string, unknown>>>;
}

export interface ServicesIntent {
  /** Everybody calls it: the stable one of a canary, the active one of a blue-green. */
  readonly main: ServiceIntent;
  /** It reaches the new version alone: the canary's, the preview. */
  readonly next: ServiceIntent;
  readonly ports: readonly ServicePortIntent[];
}

export interface ServiceIntent {
  readonly name: string;
  /** Somebody else's Service is named, not written. */
  readonly existing: boolean;
}

export interface ServicePortIntent {
  readonly name?: string;
  readonly port: Leaf<number>;
  readonly targetPort: Leaf<number>;
  readonly protocol?: string;
}

/** How a new version takes over; the kind decides how the rest is read. */
export type StrategyIntent = CanaryIntent | BlueGreenIntent;

/** The engine that runs the rollout; the kind decides how the rest is read. */
export type ControllerIntent = { readonly kind: 'argo'; readonly argo: ArgoControllerIntent };

/** Fields of Argo Rollouts that the neutral properties do not reach. */
export interface ArgoControllerIntent {
  readonly revisionHistoryLimit?: Leaf<number>;
  readonly rollbackWindowRevisions?: Leaf<number>;
  readonly minReadySeconds?: Leaf<number>;
  readonly successfulRunHistoryLimit?: Leaf<number>;
  readonly unsuccessfulRunHistoryLimit?: Leaf<number>;
  readonly scaleDownDelaySeconds?: Leaf<number>;
  readonly dynamicStableScale?: boolean;
  readonly analysisRunMetadata?: RunMetadataIntent;
}
