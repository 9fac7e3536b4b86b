import { argoAuthentication, authenticationArguments, authenticationOf, authenticationProblems } from './authentication';
import { addressProblem, knownTexts, timeProblem, wholeSecret } from './checks';
import { conditions, everyNumber, oneNumber } from './conditions';
import type { PrometheusConnection } from './prometheus-connection';
import type { PrometheusRange, PrometheusSourceOptions } from './prometheus-options';
import { isPlain, prometheusTemplate } from './prometheus-template';
import { gapsIn } from './untold';
import { lastingSeconds } from '../intent/checks';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOf, secondsOfOptional } from '../intent/seconds';
import { secretArgument, secretKey, secretPlaceholder } from '../intent/secret-reference';
import type { MetricHeader, MetricProvider, PrometheusRangeQuery } from '../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../manifests/durations';
import { fits, known, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/**
 * Metrics kept in Prometheus, or in anything that speaks its query interface.
 *
 * - Query: PromQL. Every question can be asked.
 * - Secret: none of its own; `bearerToken`, `secretHeaders` and `oauth2` name keys of Secrets in the namespace of the rollout.
 * - Answer: a list of numbers, one a series, of which the first is judged; with `rangeQuery` every value of every series.
 * - No data: an empty list, or NaN after a division by nothing. Neither good nor bad.
 * - Flagger's secret: `token` of `bearerToken`, or `username` and `password` of `basicAuth`, in the namespace of the rollout.
 * - Flagger's answer: the number of the last series.
 * - Flagger's no data: an empty list, or NaN. A failed check.
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
      ...credentialProblems(options),
      timeProblem('timeout', secondsOfOptional(options.timeout), 30),
      ...rangeProblems(options.rangeQuery));
    const { address, headers, insecure, timeout, rangeQuery: range } = options;
    this._store = prometheusStore({
      address,
      headers,
      secretHeaders: Object.entries(options.secretHeaders ?? {}).map(([name, secret]) => ({ name, secret: secretKey(secret, name) })),
      insecure,
      bearerToken: options.bearerToken && secretKey(options.bearerToken, 'token'),
      basicAuth: options.basicAuth?.secretName,
      timeoutSeconds: secondsOfOptional(timeout),
      authentication: authenticationOf(options),
      range: range && {
        beginsSecondsAgo: secondsOf(range.beginsAgo), endsSecondsAgo: secondsOfOptional(range.endsAgo), stepSeconds: secondsOf(range.step),
      },
    });
  }
}

export function prometheusStore(connection: PrometheusConnection): MetricStore {
  const fields = connectionFields(connection);
  const shape = connection.range === undefined ? firstSeries : everyValue;
  const provider = (query: Leaf<string>): MetricProvider => ({ prometheus: { ...fields, query } });
  return {
    kind: 'prometheus',
    language: 'PromQL',
    texts: knownTexts(fields),
    args: [
      ...(connection.secretHeaders ?? []).map(({ secret }) => secretArgument(secret)),
      ...(connection.bearerToken === undefined ? [] : [secretArgument(connection.bearerToken)]),
      ...authenticationArguments(connection.authentication),
    ],
    argo: {
      queryPath: ['prometheus', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
      ...gapsIn(connection.basicAuth === undefined ? undefined : namelessArgo),
    },
    flagger: () => prometheusTemplate(connection),
    ...(isPlain(connection) ? { plainAddress: connection.address } : {}),
  };
}

const namelessArgo: Problem = {
  property: 'source.basicAuth',
  message: 'cannot be told to Argo Rollouts, which sends no name and no password by itself',
  fix: 'write secretHeaders: { Authorization: ... }, with the whole header in a Secret, or bearerToken',
};

/*
 * Prometheus answers with a list of numbers: empty when no series matched, NaN after a division by nothing. Indexing the
 * empty list is an error, and errors abort; comparing NaN is false, and false fails. So both are asked for first.
 */
const firstSeries = oneNumber('result[0]', { some: 'len(result) > 0 && !isNaN(result[0])', none: 'len(result) == 0 || isNaN(result[0])' });
const everyValue = everyNumber('result', { value: '#', missing: 'isNaN(#)', given: '!isNaN(#)' });

function connectionFields({ address, headers: plain = {}, secretHeaders = [], ...connection }: PrometheusConnection) {
  const { insecure, bearerToken, timeoutSeconds: timeout, authentication, range } = connection;
  const headers: MetricHeader[] = [
    ...Object.entries(plain).map(([key, value]) => ({ key, value })),
    ...secretHeaders.map(({ name, secret }) => ({ key: name, value: secretPlaceholder(secret) })),
    ...(bearerToken === undefined ? [] : [{ key: 'Authorization', value: `Bearer ${secretPlaceholder(bearerToken)}` }]),
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

/** Each of them writes the header Authorization. */
function credentialProblems({ bearerToken, basicAuth, ...options }: PrometheusSourceOptions): (Problem | undefined)[] {
  const names = [...Object.keys(options.headers ?? {}), ...Object.keys(options.secretHeaders ?? {})].map(name => name.toLowerCase());
  const given = Object.entries({ bearerToken, basicAuth, sigv4: options.sigv4, oauth2: options.oauth2, headers: names.includes('authorization') || undefined })
    .flatMap(([name, value]) => value === undefined ? [] : [name]);
  return [
    wholeSecret('basicAuth', basicAuth, 'username and password'),
    (bearerToken === undefined && basicAuth === undefined) || given.length < 2 ? undefined : {
      property: given[0], message: `cannot be combined with ${given[1]}: both write the header Authorization`, fix: 'keep the one you mean',
    },
  ];
}

function rangeProblems(range: PrometheusRange | undefined): (Problem | undefined)[] {
  if (range === undefined) return [];
  const [begins, ends, step] = [secondsOf(range.beginsAgo), secondsOfOptional(range.endsAgo), secondsOf(range.step)];
  return [
    lastingSeconds('rangeQuery.beginsAgo', begins),
    lastingSeconds('rangeQuery.endsAgo', ends),
    timeProblem('rangeQuery.step', step, 30),
    fits<number>(begins, before => (known(ends) ?? 0) < before) ? undefined : {
      property: 'rangeQuery.endsAgo', message: `must be less than beginsAgo, got ${ends} s and ${begins} s`, fix: 'let it end after it begins',
    },
  ];
}
