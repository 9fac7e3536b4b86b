import { argoAuthentication, authenticationArguments, authenticationOf, authenticationProblems } from './authentication';
import type { Authentication } from './authentication';
import { addressProblem, knownTexts, timeProblem } from './checks';
import { conditions, everyNumber, oneNumber } from './conditions';
import type { PrometheusRange, PrometheusSourceOptions } from './prometheus-options';
import { lastingSeconds } from '../intent/checks';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOf, secondsOfOptional } from '../intent/seconds';
import { secretArgument, secretKey, secretPlaceholder } from '../intent/secret-reference';
import type { SecretKey } from '../intent/secret-reference';
import type { MetricHeader, MetricProvider, PrometheusRangeQuery } from '../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../manifests/durations';
import { known, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/**
 * Metrics kept in Prometheus, or in anything that speaks its query interface.
 *
 * - Query: PromQL. Every question can be asked.
 * - Secret: none of its own; `secretHeaders` and `oauth2` name keys of Secrets in the namespace of the rollout.
 * - Answer: a list of numbers, one a series, of which the first is judged; with `rangeQuery` every value of every series.
 * - No data: an empty list, or NaN after a division by nothing. Neither good nor bad.
 */
export class PrometheusSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'prometheus';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: PrometheusSourceOptions) {
    refuse('PrometheusSource',
      addressProblem(options.address, 'http://prometheus.monitoring:9090'),
      ...headerProblems(options),
      ...authenticationProblems(options, options.address),
      timeProblem('timeout', secondsOfOptional(options.timeout), 30),
      ...rangeProblems(options.rangeQuery));
    const { address, headers, insecure, timeout, rangeQuery: range } = options;
    this._store = prometheusStore({
      address,
      headers,
      secretHeaders: Object.entries(options.secretHeaders ?? {}).map(([name, secret]) => ({ name, secret: secretKey(secret, name) })),
      insecure,
      timeoutSeconds: secondsOfOptional(timeout),
      authentication: authenticationOf(options),
      range: range && {
        beginsSecondsAgo: secondsOf(range.beginsAgo), endsSecondsAgo: secondsOfOptional(range.endsAgo), stepSeconds: secondsOf(range.step),
      },
    });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface PrometheusConnection {
  readonly address: Leaf<string>;
  readonly headers?: Readonly<Record<string, Leaf<string>>>;
  readonly secretHeaders?: readonly { readonly name: string; readonly secret: SecretKey }[];
  readonly insecure?: Leaf<boolean>;
  readonly timeoutSeconds?: Leaf<number>;
  readonly authentication?: Authentication;
  readonly range?: { readonly beginsSecondsAgo: Leaf<number>; readonly endsSecondsAgo?: Leaf<number>; readonly stepSeconds: Leaf<number> };
}

export function prometheusStore(connection: PrometheusConnection): MetricStore {
  const fields = connectionFields(connection);
  const shape = connection.range === undefined ? firstSeries : everyValue;
  const provider = (query: Leaf<string>): MetricProvider => ({ prometheus: { ...fields, query } });
  return {
    kind: 'prometheus',
    language: 'PromQL',
    queryPath: ['prometheus', 'query'],
    texts: knownTexts(fields),
    args: [...(connection.secretHeaders ?? []).map(({ secret }) => secretArgument(secret)), ...authenticationArguments(connection.authentication)],
    argoProvider: provider,
    argo: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
  };
}

/*
 * Prometheus answers with a list of numbers: empty when no series matched, NaN after a division by nothing. Indexing the
 * empty list is an error, and errors abort; comparing NaN is false, and false fails. So both are asked for first.
 */
const firstSeries = oneNumber('result[0]', { some: 'len(result) > 0 && !isNaN(result[0])', none: 'len(result) == 0 || isNaN(result[0])' });
const everyValue = everyNumber('result', { value: '#', missing: 'isNaN(#)', given: '!isNaN(#)' });

function connectionFields({ address, headers: plain = {}, secretHeaders = [], ...connection }: PrometheusConnection) {
  const { insecure, timeoutSeconds: timeout, authentication, range } = connection;
  const headers: MetricHeader[] = [
    ...Object.entries(plain).map(([key, value]) => ({ key, value })),
    ...secretHeaders.map(({ name, secret }) => ({ key: name, value: secretPlaceholder(secret) })),
  ];
  return {
    address,
    ...(insecure ? { insecure } : {}),
    ...(headers.length > 0 ? { headers } : {}),
    ...(timeout === undefined ? {} : { timeout }),
    ...(authentication === undefined ? {} : { authentication: argoAuthentication(authentication) }),
    ...(range === undefined ? {} : { rangeQuery: argoRange(range) }),
  };
}

function argoRange({ beginsSecondsAgo, endsSecondsAgo, stepSeconds }: NonNullable<PrometheusConnection['range']>): PrometheusRangeQuery {
  const ago = (seconds: Leaf<number>) => mapLeaf(seconds, value => `now() - duration("${formatGoDuration(value)}")`);
  return {
    start: ago(beginsSecondsAgo),
    end: endsSecondsAgo === undefined ? 'now()' : ago(endsSecondsAgo),
    step: mapLeaf(stepSeconds, formatGoDuration),
  };
}

function headerProblems({ headers = {}, secretHeaders = {} }: PrometheusSourceOptions): (Problem | undefined)[] {
  const taken = new Set(Object.keys(headers).map(name => name.toLowerCase()));
  return Object.keys(secretHeaders).map(name => !taken.has(name.toLowerCase()) ? undefined : {
    property: `secretHeaders.${name}`, message: 'must not stand in headers as well', fix: 'keep the one you mean',
  });
}

function rangeProblems(range: PrometheusRange | undefined): (Problem | undefined)[] {
  if (range === undefined) return [];
  const [begins, ends, step] = [secondsOf(range.beginsAgo), secondsOfOptional(range.endsAgo), secondsOf(range.step)];
  return [
    lastingSeconds('rangeQuery.beginsAgo', begins),
    lastingSeconds('rangeQuery.endsAgo', ends),
    timeProblem('rangeQuery.step', step, 30),
    (known(ends) ?? 0) < begins ? undefined : {
      property: 'rangeQuery.endsAgo', message: `must be less than beginsAgo, got ${ends} s and ${begins} s`, fix: 'let it end after it begins',
    },
  ];
}
