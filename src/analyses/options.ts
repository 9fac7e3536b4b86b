import type { Duration } from 'cdk8s';
import type { NoData } from './no-data';
import type { QueryScope } from './query-scope';
import type { IMetricSource } from '../intent/metric-source';
import type { ITelemetry } from '../intent/telemetry';

/** What every question can be given. */
export interface AnalysisOptions {
  /**
   * Names the metric and, behind the rollout's name, the object that holds it.
   * @default - the question, such as `success-rate`
   */
  readonly name?: string;

  /**
   * Over how long a time the requests are counted.
   * @default - a minute, or four scrapes if that is longer; five minutes of what is not kept in Prometheus
   */
  readonly window?: Duration;

  /**
   * How often the question is asked.
   * @default - once a window
   */
  readonly interval?: Duration;

  /**
   * How long to wait before it is asked for the first time.
   * @default - one window, less the hold of the stage before a stage gate; not at all for memory and restarts
   */
  readonly initialDelay?: Duration;

  /**
   * How many bad answers are tolerated; -1 for any number at a gate, which then ends when it has asked as often as it may.
   * @default 1, and none for a question asked once
   */
  readonly failureLimit?: number;

  /**
   * How many good answers in a row open a stage gate.
   * @default 2
   */
  readonly consecutiveSuccesses?: number;

  /**
   * How many answers that are neither good nor bad are tolerated.
   * @default - one less than are asked for
   */
  readonly inconclusiveLimit?: number;

  /**
   * How many measurements are kept in a run.
   * @default - 10, the controller's own
   */
  readonly keptMeasurements?: number;

  /**
   * Fewer requests than this in a window are no answer.
   * @default 50
   */
  readonly minimumRequests?: number;

  /**
   * What follows when there is no answer.
   * @default - NoData.hold(), and NoData.reject() at a gate that asks once
   */
  readonly noData?: NoData;

  /**
   * How long the metric store may be away before the rollout is aborted.
   * @default Duration.minutes(5)
   */
  readonly toleratedOutage?: Duration;

  /**
   * Whose requests the question is about.
   * @default QueryScope.canary()
   */
  readonly scope?: QueryScope;

  /**
   * What the query is written against.
   * @default - that of `RolloutDefaults`, or `Telemetry.httpRequests()`
   */
  readonly telemetry?: ITelemetry;

  /**
   * Where the metrics are kept.
   * @default - that of `RolloutDefaults`, or Prometheus at `http://prometheus:9090`
   */
  readonly source?: IMetricSource;
}

/** Options for the share of good requests. */
export interface SuccessRateOptions extends AnalysisOptions {
  /**
   * The percentage of good requests that is good enough.
   * @default 99
   */
  readonly atLeast?: number;
}

/** Options for the share of bad requests. */
export interface ErrorRateOptions extends AnalysisOptions {
  /**
   * The percentage of bad requests that is still tolerated.
   * @default 1
   */
  readonly atMost?: number;
}

/** Options for the time that requests take. */
export interface LatencyOptions extends AnalysisOptions {
  /**
   * Which share of the requests, as a percentage, has to be that fast.
   * @default 95
   */
  readonly percentile?: number;

  /**
   * The time they may take.
   * @default Duration.millis(500)
   */
  readonly atMost?: Duration;
}
