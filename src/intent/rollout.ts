import type { GateIntent } from './gate';
import type { IMetricSource } from './metric-source';
import type { RampIntent } from './ramp';
import type { Router } from './router';
import type { StepIntent } from './step';
import type { ITelemetry } from './telemetry';
import type { Leaf } from '../manifests/leaf';

/** All that a user wants of one rollout, as plain data that an engine can render. */
export interface RolloutIntent {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, Leaf<string>>>;
  readonly annotations: Readonly<Record<string, Leaf<string>>>;
  readonly pods: PodsIntent;
  readonly services: ServicesIntent;
  readonly strategy: CanaryIntent;
  readonly controller: ControllerIntent;
  /** What the questions are written against, unless they say it themselves. */
  readonly telemetry: ITelemetry;
  /** Where the metrics are kept, unless a question says it itself. */
  readonly source: IMetricSource;
}

export interface PodsIntent {
  /** Absent: somebody else scales. */
  readonly replicas?: Leaf<number>;
  readonly selector: Leaf<Readonly<Record<string, string>>>;
  /** The pod template as Kubernetes wants it. */
  readonly template: Leaf<Readonly<Record<string, unknown>>>;
}

export interface ServicesIntent {
  readonly stable: ServiceIntent;
  readonly canary: ServiceIntent;
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

export interface CanaryIntent {
  readonly kind: 'canary';
  readonly course: CourseIntent;
  readonly router?: Router;
  readonly promotion: PromotionIntent;
  readonly gates: readonly GateIntent[];
  readonly catastrophe?: CatastropheIntent;
  readonly progressDeadlineSeconds: Leaf<number>;
  /** Absent: as long as the engine keeps them by itself. */
  readonly keepAfterAbortSeconds?: Leaf<number>;
  readonly minimumCanaryPods: Leaf<number>;
}

/** How the traffic moves: by stages, or by steps that are spelled out. */
export type CourseIntent =
  | { readonly kind: 'ramp'; readonly ramp: RampIntent }
  | { readonly kind: 'steps'; readonly steps: readonly StepIntent[] };

export type PromotionIntent =
  | { readonly kind: 'automatic'; readonly afterSeconds?: Leaf<number> }
  | { readonly kind: 'manual' };

/** What ends a release at once, whatever else is tolerated. */
export interface CatastropheIntent {
  readonly errorsAbovePercent: Leaf<number>;
  readonly restartsAbove: Leaf<number>;
  readonly outOfMemory: boolean;
}

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
}
