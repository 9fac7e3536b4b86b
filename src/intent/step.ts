import type { AnalysisIntent } from './analysis';
import type { AskingIntent } from './gate';
import type { VersionMetadataIntent } from './version-metadata';
import type { Leaf } from '../manifests/leaf';

/** One step of a rollout that its author spells out. */
export type StepIntent =
  | { readonly kind: 'weight'; readonly weight: Leaf<number> }
  | { readonly kind: 'hold'; readonly seconds: Leaf<number> }
  | { readonly kind: 'approval' }
  | AskingIntent & { readonly kind: 'analyze'; readonly analyses: readonly AnalysisIntent[] }
  | { readonly kind: 'scale'; readonly scale: ScaleIntent }
  | { readonly kind: 'headers'; readonly route: string; readonly matches: readonly HeaderMatchIntent[] }
  | { readonly kind: 'mirror'; readonly route: string; readonly percent?: Leaf<number>; readonly matches: readonly MirrorMatchIntent[] }
  | { readonly kind: 'experiment'; readonly experiment: ExperimentIntent }
  | { readonly kind: 'plugin'; readonly name: string; readonly config?: Readonly<Record<string, unknown>> };

export type ScaleIntent =
  | { readonly kind: 'replicas'; readonly replicas: Leaf<number> }
  | { readonly kind: 'percent'; readonly percent: Leaf<number> }
  | { readonly kind: 'match-traffic' };

/** How a text is compared. */
export interface TextMatchIntent {
  readonly kind: 'exact' | 'prefix' | 'regex';
  readonly text: Leaf<string>;
}

export interface HeaderMatchIntent {
  readonly header: string;
  readonly value: TextMatchIntent;
}

export interface MirrorMatchIntent {
  readonly method?: TextMatchIntent;
  readonly path?: TextMatchIntent;
  readonly headers?: readonly HeaderMatchIntent[];
}

export interface ExperimentIntent extends AskingIntent {
  readonly seconds?: Leaf<number>;
  /** How long the pods are kept after it; absent: as long as the engine keeps them by itself. */
  readonly scaleDownDelaySeconds?: Leaf<number>;
  readonly variants: readonly {
    readonly name: string;
    readonly version: 'canary' | 'stable';
    readonly replicas?: Leaf<number>;
    readonly weight?: Leaf<number>;
    /** What its pods carry beside those of the version. */
    readonly metadata?: VersionMetadataIntent;
    /** The labels by which its pods are known; absent: those of the rollout. */
    readonly selector?: Readonly<Record<string, Leaf<string>>>;
    /** A Service that reaches its pods alone. */
    readonly serviceName?: Leaf<string>;
  }[];
  readonly analyses: readonly { readonly name: string; readonly analysis: AnalysisIntent; readonly required: boolean }[];
}
