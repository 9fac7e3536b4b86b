import type { MetricProvider } from '../manifests/argo-rollouts.generated';
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
}

/** The parts of an Argo metric that depend on where it is measured. */
export interface ArgoMetricFragment {
  readonly provider: MetricProvider;
  readonly successCondition?: Leaf<string>;
  readonly failureCondition?: Leaf<string>;
}

/** Where metrics are kept, and what an engine must be told to read them. */
export interface MetricStore {
  readonly kind: string;
  /** A question with our judgement of the answer. */
  argo(measurement: Measurement): ArgoMetricFragment;
  /** A query whose conditions somebody else wrote. */
  argoProvider(query: Leaf<string>): MetricProvider;
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
