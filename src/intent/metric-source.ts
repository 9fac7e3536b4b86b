import type { ArgumentIntent } from './argument';
import type { Problem } from './problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import type { MetricTemplateProvider } from '../manifests/flagger.generated';
import type { Leaf } from '../manifests/leaf';

/** How an answer is judged. */
export type Criterion =
  | { readonly kind: 'at-least'; readonly threshold: Leaf<number> }
  | { readonly kind: 'at-most'; readonly threshold: Leaf<number> };

/** What an answer that says nothing counts as. */
export type Silence = 'nothing' | 'success' | 'failure';

/** One query and how its answer is judged. */
export interface Measurement {
  /** The finished text; what identifies the release is filled in by the engine. */
  readonly query: Leaf<string>;
  readonly criterion: Criterion;
  readonly silence: Silence;
  /** A guard only looks for failures; a gate wants to be told of success as well. */
  readonly role: 'guard' | 'gate';
  /** The time that it is about, for stores that have to be told; absent: as they take it by themselves. */
  readonly windowSeconds?: Leaf<number>;
}

/** A question in the language of the store itself, as far as a store has to look at it. */
export interface OwnQuestion {
  readonly query: Leaf<string>;
  /** Absent: somebody wrote the conditions. */
  readonly criterion?: Criterion;
  readonly noData: 'hold' | 'reject' | 'accept';
  readonly windowSeconds?: Leaf<number>;
  readonly isAskedOnce: boolean;
}

/** The parts of an Argo metric that depend on where it is measured. */
export interface ArgoMetricFragment {
  readonly provider: MetricProvider;
  readonly successCondition?: Leaf<string>;
  readonly failureCondition?: Leaf<string>;
}

/** What Argo Rollouts is told of a store. */
export interface ArgoAsking {
  /** Where the query stands in what it is told, below `provider`. */
  readonly queryPath: readonly (string | number)[];
  /** What it cannot be told of the store, in properties of the question; absent: it is told everything. */
  readonly gaps?: readonly Problem[];
  /** A question with our judgement of the answer. */
  judged(measurement: Measurement): ArgoMetricFragment;
  /** A query whose conditions somebody else wrote. */
  provider(query: Leaf<string>, windowSeconds?: Leaf<number>): MetricProvider;
}

/** What beside its query a question of Flagger may need to say to a store. */
export interface FlaggerQuestion {
  readonly windowSeconds?: Leaf<number>;
  /** Absent: somebody wrote the conditions. */
  readonly criterion?: Criterion;
}

/** The parts of a MetricTemplate of Flagger that depend on where it is measured. */
export interface FlaggerMetricFragment {
  readonly provider: MetricTemplateProvider;
  /** Absent: the query as it was given. Arguments in texts of the store's own are still to be filled in. */
  readonly query?: Leaf<string>;
  /** The one number of an answer is about so many intervals of its metric, so that a window is so many of them; absent: one. */
  readonly intervals?: number;
  /** What Flagger cannot be told, in properties of the question: `source.timeout`, `query`; absent: it is told everything. */
  readonly gaps?: readonly Problem[];
}

/** Where metrics are kept, and what an engine must be told to read them. */
export interface MetricStore {
  readonly kind: string;
  /** What its queries are written in; a telemetry that writes something else cannot be asked of it. */
  readonly language: string;
  /** The window of a question that names none; absent: that of the telemetry. */
  readonly windowSeconds?: number;
  /** Its own texts, in which arguments of an analysis may stand as they may in a query. */
  readonly texts?: readonly Leaf<string>[];
  /** Arguments that it brings along, such as keys of Secrets. */
  readonly args?: readonly ArgumentIntent[];
  /** How Argo Rollouts asks it; absent: it cannot. */
  readonly argo?: ArgoAsking;
  /** The address of a Prometheus that Flagger can ask its builtin questions; absent: it cannot. */
  readonly plainAddress?: Leaf<string>;
  /** What Flagger is told, which compares one number with a range; absent: it cannot ask it. */
  flagger?(query: Leaf<string>, question?: FlaggerQuestion): FlaggerMetricFragment;
  /** What it cannot be asked, in the words of the question's properties. */
  problems?(question: OwnQuestion): readonly (Problem | undefined)[];
}

/** Where the metrics are kept. */
export interface IMetricSource {
  /** The product, such as `prometheus`. */
  readonly sourceName: string;
  /**
   * What the engines ask it for.
   * @internal
   */
  readonly _store: MetricStore;
}
