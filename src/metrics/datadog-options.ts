import type { Duration } from 'cdk8s';
import type { SecretReference } from '../intent/secret-reference';

/** A version of the query interface of Datadog. */
export enum DatadogApiVersion {
  /** Time series, of which the last value of the first one is judged. Datadog is about to drop it. */
  V1 = 'v1',
  /** One number for the whole window. */
  V2 = 'v2',
}

/** How the values within a window become one number. */
export enum DatadogAggregator {
  /** Their average. */
  AVG = 'avg',
  /** The smallest. */
  MIN = 'min',
  /** The largest. */
  MAX = 'max',
  /** Their sum. */
  SUM = 'sum',
  /** The latest. */
  LAST = 'last',
  /** A percentile. */
  PERCENTILE = 'percentile',
  /** Their mean. */
  MEAN = 'mean',
  /** The root of the sum of their squares. */
  L2NORM = 'l2norm',
  /** The area below their curve. */
  AREA = 'area',
}

/** Options for `DatadogSource`. */
export interface DatadogSourceOptions {
  /**
   * The Secret with the keys `api-key`, `app-key` and, outside of the US1 site, `address`, such as `https://api.datadoghq.eu`.
   * @default - DD_API_KEY, DD_APP_KEY and DD_ADDRESS in the environment of the controller, or the Secret `datadog` in its namespace
   */
  readonly secret?: SecretReference;

  /**
   * Whether the Secret is in the namespace of the rollout. Otherwise it is in that of the controller.
   * @default false
   */
  readonly secretBesideRollout?: boolean;

  /**
   * The version of the interface.
   * @default DatadogApiVersion.V2
   */
  readonly apiVersion?: DatadogApiVersion;

  /**
   * Queries by name. The query of a question is then a formula of these names, such as `100 * errors / requests`.
   * @default - the query of a question is a query
   */
  readonly queries?: Record<string, string>;

  /**
   * How the values within a window become one number.
   * @default - the latest
   */
  readonly aggregator?: DatadogAggregator;

  /**
   * How long an answer may take.
   * @default Duration.seconds(10)
   */
  readonly requestTimeout?: Duration;
}
