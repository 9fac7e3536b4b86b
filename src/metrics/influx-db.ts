import { addressProblem, lacks, wholeSecret } from './checks';
import { conditions, oneNumber } from './conditions';
import { gapsIn } from './untold';
import { defaultWindowSeconds } from './window';
import type { FlaggerQuestion, IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

/** Options for `InfluxDbSource`. */
export interface InfluxDbSourceOptions {
  /**
   * The Secret: for Argo Rollouts in the namespace of the controller, with the keys `address`, `authToken` and `org`; for
   * Flagger in that of the rollout, with the keys `token` and `org`.
   * @default SecretReference.named('influxdb')
   */
  readonly secret?: SecretReference;

  /**
   * Where it answers, as Flagger sees it: `http://influxdb.monitoring:8086`. Argo Rollouts reads it from the Secret.
   * @default - must be given for Flagger
   */
  readonly address?: string;
}

/**
 * Metrics kept in InfluxDB 2.
 *
 * - Query: Flux that ends with one row and says its own window.
 * - Secret: `address`, `authToken` and `org`, in the namespace of the controller.
 * - Answer: a list with the `_value` of every row, of which the first is judged.
 * - No data: null or NaN in a row is neither good nor bad. No row at all is an error, which is what most queries give
 *   without data; have the query append a row that is null.
 * - Flagger's secret: `token` and `org`, in the namespace of the rollout.
 * - Flagger's answer: the `_value` of the first row. Any other number than a float is an error: end the query with `toFloat()`.
 * - Flagger's no data: null in a row is a failed check. No row at all is 0.
 */
export class InfluxDbSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'influxdb';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: InfluxDbSourceOptions = {}) {
    const { secret, address } = options;
    refuse('InfluxDbSource',
      wholeSecret('secret', secret, 'address, authToken and org'),
      address === undefined ? undefined : addressProblem(address, 'http://influxdb.monitoring:8086'));
    this._store = influxDbStore({ secret: secret?.secretName, address });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface InfluxDbConnection {
  readonly secret?: Leaf<string>;
  readonly address?: Leaf<string>;
}

export function influxDbStore({ secret, address }: InfluxDbConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ influxdb: { ...(secret === undefined ? {} : { profile: secret }), query } });
  return {
    kind: 'influxdb',
    language: 'Flux',
    windowSeconds: defaultWindowSeconds,
    argo: {
      queryPath: ['influxdb', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
      ...gapsIn(address === undefined ? undefined : readFromSecret),
    },
    flagger: (query, question) => ({
      provider: { type: 'influxdb', ...(address === undefined ? {} : { address }), secretRef: { name: secret ?? 'influxdb' } },
      ...gapsIn(address === undefined ? withoutAddress : undefined, silentlyGood(query, question)),
    }),
  };
}

const readFromSecret: Problem = {
  property: 'source.address', message: 'is not told to Argo Rollouts, which reads it from the key address of the Secret', fix: 'write it there as well', class: 'advice',
};

const withoutAddress: Problem = {
  property: 'source.address', message: 'must be given for Flagger, which reads none from the Secret', fix: 'write for example "http://influxdb.monitoring:8086"',
};

/** Where less is better, the 0 of no row would be the best answer of all. */
function silentlyGood(query: Leaf<string>, { criterion }: FlaggerQuestion = {}): Problem | undefined {
  return criterion?.kind !== 'at-most' || !lacks(query, /\b(union|array\.from)\s*\(/) ? undefined : {
    property: 'query',
    message: 'must have a row without data as well, since Flagger takes no row for 0 and so for good',
    fix: 'append a row of your own: union(tables: [..., array.from(rows: [{ _value: 1000.0 }])])',
    class: 'risky',
  };
}

// A value may be of any type, and isNaN takes no whole number: hence asFloat. An empty list never gets as far as a condition.
const value = 'asFloat(result[0])';
const shape = oneNumber(value, { some: `result[0] != nil && !isNaN(${value})`, none: `result[0] == nil || isNaN(${value})` });
