import { addressProblem, knownTexts, lacks, textProblem, timeProblem, wholeSecret } from './checks';
import { conditions, oneNumber } from './conditions';
import { DatadogApiVersion } from './datadog-options';
import type { DatadogAggregator, DatadogSourceOptions } from './datadog-options';
import { datadogTemplate } from './datadog-template';
import { gapsIn } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../manifests/durations';
import { isOpaque, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/**
 * Metrics kept in Datadog.
 *
 * - Query: a metrics query, or with `queries` a formula of their names. It is asked over the window of the question.
 * - Secret: `api-key`, `app-key` and optionally `address`, in the namespace of the controller; with `secretBesideRollout` in
 *   that of the rollout.
 * - Answer: one number. That of a query grouped by a tag cannot be read; version 1 of the interface takes the first group.
 * - No data: null. Neither good nor bad. In version 1 of the interface a null in the last place is read as 0.
 * - Flagger's secret: `datadog_api_key` and `datadog_application_key`, in the namespace of the rollout.
 * - Flagger's answer: the oldest value of the first group within ten intervals of its metric, which are the window of the
 *   question. End the query with `.rollup(avg, 300)`, as long as the window, so that it is about all of it.
 * - Flagger's no data: no group, or one without values. A failed check.
 */
export class DatadogSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'datadog';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: DatadogSourceOptions = {}) {
    refuse('DatadogSource',
      wholeSecret('secret', options.secret, 'api-key, app-key and address'),
      !options.secretBesideRollout || options.secret !== undefined ? undefined : {
        property: 'secret', message: 'must be given with secretBesideRollout', fix: 'write SecretReference.named("datadog")',
      },
      ...queryProblems(options),
      options.address === undefined ? undefined : addressProblem(options.address, 'https://api.datadoghq.eu'),
      timeProblem('requestTimeout', secondsOfOptional(options.requestTimeout), 30));
    const { apiVersion = DatadogApiVersion.V2, queries, aggregator } = options;
    this._store = datadogStore({
      apiVersion,
      queries,
      aggregator,
      address: options.address,
      secret: options.secret && { name: options.secret.secretName, besideRollout: options.secretBesideRollout ?? false },
      requestTimeoutSeconds: secondsOfOptional(options.requestTimeout),
    });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface DatadogConnection {
  readonly apiVersion: Leaf<`${DatadogApiVersion}`>;
  readonly queries?: Readonly<Record<string, Leaf<string>>>;
  readonly aggregator?: Leaf<`${DatadogAggregator}`>;
  readonly secret?: { readonly name: Leaf<string>; readonly besideRollout: boolean };
  readonly address?: Leaf<string>;
  readonly requestTimeoutSeconds?: Leaf<number>;
}

export function datadogStore(connection: DatadogConnection): MetricStore {
  const { queries } = connection;
  const fields = connectionFields(connection);
  const provider = (query: Leaf<string>, windowSeconds: Leaf<number> = defaultWindowSeconds): MetricProvider => ({
    datadog: { ...fields, interval: mapLeaf(windowSeconds, formatGoDuration), ...(queries === undefined ? { query } : { queries, formula: query }) },
  });
  return {
    kind: 'datadog',
    language: 'Datadog',
    windowSeconds: defaultWindowSeconds,
    texts: knownTexts(queries),
    argo: {
      queryPath: ['datadog', queries === undefined ? 'query' : 'formula'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query, measurement.windowSeconds), ...conditions(shape, measurement) }),
      ...gapsIn(connection.address === undefined ? undefined : readFromSecret),
    },
    flagger: query => datadogTemplate(query, connection),
    problems: question => [foreignFormula(question, Object.keys(queries ?? {})), connection.apiVersion === 'v2' ? grouped('query', question.query) : undefined],
  };
}

// The condition is compiled for what it is given: with null, `result < 99` does not compile even behind a test for null.
const shape = oneNumber('default(result, 0)', { some: '!isNil(result)', none: 'isNil(result)' });

const readFromSecret: Problem = {
  property: 'source.address', message: 'is not told to Argo Rollouts, which reads it from the key address of the Secret', fix: 'write it there as well', class: 'advice',
};

function connectionFields({ apiVersion, aggregator, secret, requestTimeoutSeconds: timeout }: DatadogConnection) {
  return {
    apiVersion,
    ...(aggregator === undefined ? {} : { aggregator }),
    ...(secret === undefined ? {} : { secretRef: { name: secret.name, ...(secret.besideRollout ? { namespaced: true } : {}) } }),
    ...(timeout === undefined ? {} : { requestTimeout: mapLeaf(timeout, formatGoDuration) }),
  };
}

function queryProblems({ apiVersion, queries, aggregator }: DatadogSourceOptions): (Problem | undefined)[] {
  const old = (property: string) => ({ property, message: 'must not be given with version 1 of the interface, which has none', fix: 'leave apiVersion out' });
  const isOld = apiVersion === DatadogApiVersion.V1;
  const names = Object.keys(queries ?? {});
  return [
    isOld && queries !== undefined ? old('queries') : undefined,
    isOld && aggregator !== undefined ? old('aggregator') : undefined,
    queries !== undefined && names.length === 0 ? { property: 'queries', message: 'must not be empty', fix: 'leave it out, or name the queries of a formula' } : undefined,
    ...names.map(name => /^[A-Za-z]\w*$/.test(name) ? undefined : {
      property: 'queries', message: `must have names of letters, digits and underscores, got ${show(name)}`, fix: 'write a name that a formula can use',
    }),
    ...Object.entries(queries ?? {}).flatMap(([name, query]) => [
      textProblem(`queries.${name}`, query, 'write the query'), grouped(`queries.${name}`, query),
    ]),
  ];
}

/** Its answer names the groups before their numbers, which Argo Rollouts cannot read. */
function grouped(property: string, query: Leaf<string>): Problem | undefined {
  return isOpaque(query) || !/\bby\s*\{/.test(query) ? undefined : {
    property, message: `must not be grouped, since Argo Rollouts reads one number alone, got ${show(query)}`, fix: 'drop "by {...}"',
  };
}

/** A query where a formula is wanted would be an error of Datadog, every time. */
function foreignFormula({ query }: OwnQuestion, names: readonly string[]): Problem | undefined {
  if (names.length === 0 || !lacks(query, new RegExp(`\\b(${names.join('|')})\\b`))) return undefined;
  return {
    property: 'query', message: `must be a formula of ${names.join(', ')}, the queries of its DatadogSource, got ${show(query)}`, fix: `write for example "${names[0]}"`,
  };
}
