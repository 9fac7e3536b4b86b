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
   * The Secret: for Argo Rollouts with the keys `api-key`, `app-key` and, outside of the US1 site, `address`, such as
   * `https://api.datadoghq.eu`; for Flagger in the namespace of the rollout, with the keys `datadog_api_key` and
   * `datadog_application_key`.
   * @default - DD_API_KEY, DD_APP_KEY and DD_ADDRESS in the environment of the controller, or the Secret `datadog` in its namespace; must be given for Flagger
   */
  readonly secret?: SecretReference;

  /**
   * Where it answers, as Flagger sees it. Argo Rollouts reads it from the Secret.
   * @default 'https://api.datadoghq.com'
   */
  readonly address?: string;

  /**
   * Whether Argo Rollouts finds the Secret in the namespace of the rollout. Otherwise it is in that of the controller.
   * @default false
   */
  readonly secretBesideRollout?: boolean;

  /**
   * The version of the interface. Flagger knows the first alone.
   * @default DatadogApiVersion.V2
   */
  readonly apiVersion?: DatadogApiVersion;

  /**
   * Queries by name. The query of a question is then a formula of these names, such as `100 * errors / requests`.
   * @default - the query of a question is a query
   */
  readonly queries?: Record<string, string>;

  /**
   * How the values within a window become one number. Flagger cannot be told: it takes the oldest.
   * @default - the latest
   */
  readonly aggregator?: DatadogAggregator;

  /**
   * How long an answer may take. For Flagger it is 5 seconds, whatever is said.
   * @default Duration.seconds(10)
   */
  readonly requestTimeout?: Duration;
}
