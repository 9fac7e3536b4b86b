import { wholeSecret } from './checks';
import { conditions, oneNumber } from './conditions';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

/** Options for `InfluxDbSource`. */
export interface InfluxDbSourceOptions {
  /**
   * The Secret in the namespace of the controller, with the keys `address`, `authToken` and `org`.
   * @default SecretReference.named('influxdb')
   */
  readonly secret?: SecretReference;
}

/**
 * Metrics kept in InfluxDB 2.
 *
 * - Query: Flux that ends with one row and says its own window.
 * - Secret: `address`, `authToken` and `org`, in the namespace of the controller.
 * - Answer: a list with the `_value` of every row, of which the first is judged.
 * - No data: null or NaN in a row is neither good nor bad. No row at all is an error, which is what most queries give
 *   without data; have the query append a row that is null.
 */
export class InfluxDbSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'influxdb';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: InfluxDbSourceOptions = {}) {
    refuse('InfluxDbSource', wholeSecret('secret', options.secret, 'address, authToken and org'));
    this._store = influxDbStore({ secret: options.secret?.secretName });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface InfluxDbConnection {
  readonly secret?: Leaf<string>;
}

export function influxDbStore({ secret }: InfluxDbConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ influxdb: { ...(secret === undefined ? {} : { profile: secret }), query } });
  return {
    kind: 'influxdb',
    language: 'Flux',
    queryPath: ['influxdb', 'query'],
    windowSeconds: defaultWindowSeconds,
    argoProvider: provider,
    argo: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
  };
}

// A value may be of any type, and isNaN takes no whole number: hence asFloat. An empty list never gets as far as a condition.
const value = 'asFloat(result[0])';
const shape = oneNumber(value, { some: `result[0] != nil && !isNaN(${value})`, none: `result[0] == nil || isNaN(${value})` });
