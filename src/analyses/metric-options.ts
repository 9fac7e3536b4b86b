import type { AnalysisOptions } from './options';
import type { Arg } from '../intent/arg';

/** Options for somebody's own query. */
export interface MetricOptions extends AnalysisOptions {
  /**
   * The query in the language of the metric store, word for word. `{{args.canary-hash}}`, `{{args.stable-hash}}`,
   * `{{args.namespace}}`, `{{args.rollout}}`, `{{args.canary-service}}` and `{{args.stable-service}}` are supplied; others are
   * declared in `args`.
   */
  readonly query: string;

  /**
   * The smallest good answer.
   * @default - none
   */
  readonly atLeast?: number;

  /**
   * The largest good answer.
   * @default - none
   */
  readonly atMost?: number;

  /**
   * When the answer is good, in the condition language of Argo Rollouts, word for word. Instead of `atLeast` and `atMost`.
   * @default - none
   */
  readonly successCondition?: string;

  /**
   * When the answer is bad, in the condition language of Argo Rollouts, word for word. Instead of `atLeast` and `atMost`.
   * @default - none
   */
  readonly failureCondition?: string;

  /**
   * How often the question is asked in all.
   * @default - as often as its place in the rollout needs
   */
  readonly count?: number;

  /**
   * Arguments that the query declares beside those that are supplied.
   * @default - none
   */
  readonly args?: Arg[];
}
