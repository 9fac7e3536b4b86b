import type { Duration } from 'cdk8s';
import { addressProblem, lacks, timeProblem, wholeSecret } from './checks';
import { conditions, oneNumber } from './conditions';
import { insightsProblems, insightsQuery } from './new-relic-insights';
import { flaggerTimeout, gapsIn } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import type { SecretReference } from '../intent/secret-reference';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `NewRelicSource`. */
export interface NewRelicSourceOptions {
  /**
   * The Secret: for Argo Rollouts in the namespace of the controller, with the keys `personal-api-key`, `account-id` and
   * optionally `region`, `base-url-rest` and `base-url-nerdgraph`; for Flagger in that of the rollout, with the keys
   * `newrelic_account_id` and `newrelic_query_key`.
   * @default SecretReference.named('newrelic')
   */
  readonly secret?: SecretReference;

  /**
   * Where Insights answers, as Flagger sees it. Argo Rollouts reads where to ask from the Secret.
   * @default 'https://insights-api.newrelic.com'
   */
  readonly address?: string;

  /**
   * How long a query may take. For Flagger it is 5 seconds, whatever is said.
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;
}

/**
 * Metrics kept in New Relic.
 *
 * - Query: NRQL that calls its number `answer` and says its own window:
 *   `SELECT percentage(count(*), WHERE error IS NULL) AS 'answer' FROM Transaction SINCE 5 minutes ago`.
 * - Secret: `personal-api-key`, `account-id` and optionally `region`, `base-url-rest` and `base-url-nerdgraph`, in the
 *   namespace of the controller.
 * - Answer: an object, one field a function; `answer` is judged. Of a query with `FACET` or `TIMESERIES` a list of such
 *   objects, which only conditions of your own can read.
 * - No data: null, and 0 of `count`. Null is neither good nor bad; no row at all, as of a `FACET` without data, is an error.
 * - Flagger's secret: `newrelic_account_id` and `newrelic_query_key`, in the namespace of the rollout.
 * - Flagger's answer: the number called `answer`, which is called `result` for Flagger, of the window of the question. `SINCE` is
 *   left to Flagger, which writes it itself.
 * - Flagger's no data: null, or no row. A failed check.
 */
export class NewRelicSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'newRelic';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: NewRelicSourceOptions = {}) {
    refuse('NewRelicSource',
      wholeSecret('secret', options.secret, 'personal-api-key and account-id'),
      options.address === undefined ? undefined : addressProblem(options.address, 'https://insights-api.eu.newrelic.com'),
      timeProblem('timeout', secondsOfOptional(options.timeout), 10));
    this._store = newRelicStore({ secret: options.secret?.secretName, address: options.address, timeoutSeconds: secondsOfOptional(options.timeout) });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface NewRelicConnection {
  readonly secret?: Leaf<string>;
  readonly address?: Leaf<string>;
  readonly timeoutSeconds?: Leaf<number>;
}

export function newRelicStore({ secret, address, timeoutSeconds }: NewRelicConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({
    newRelic: { ...(secret === undefined ? {} : { profile: secret }), query, ...(timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds }) },
  });
  return {
    kind: 'newRelic',
    language: 'NRQL',
    windowSeconds: defaultWindowSeconds,
    argo: {
      queryPath: ['newRelic', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
      ...gapsIn(address === undefined ? undefined : readFromSecret),
    },
    flagger: (query, question) => ({
      provider: { type: 'newrelic', ...(address === undefined ? {} : { address }), secretRef: { name: secret ?? 'newrelic' } },
      query: mapLeaf(query, insightsQuery),
      ...gapsIn(...insightsProblems(query, question?.windowSeconds), flaggerTimeout('timeout', timeoutSeconds)),
    }),
    problems: question => [namelessAnswer(question)],
  };
}

const shape = oneNumber('result.answer', { some: 'result.answer != nil', none: 'result.answer == nil' });

const readFromSecret: Problem = {
  property: 'source.address', message: 'is not told to Argo Rollouts, which reads where to ask from the Secret', fix: 'write region or base-url-rest there as well', class: 'advice',
};

/** A field that is not there is null, and a wrong name would look as if there were never any data. */
function namelessAnswer({ query, criterion }: OwnQuestion): Problem | undefined {
  if (criterion === undefined || !lacks(query, /\banswer\b/)) return undefined;
  return { property: 'query', message: `must call its number "answer", got ${show(query)}`, fix: "write SELECT ... AS 'answer' FROM ..." };
}
