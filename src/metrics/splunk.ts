import { lacks, wholeSecret } from './checks';
import { gapsIn, unfilled } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `SplunkSource`. */
export interface SplunkSourceOptions {
  /** Where the realm answers, as Flagger sees it: `https://api.eu0.signalfx.com`. */
  readonly address: string;

  /** The Secret in the namespace of the rollout, with the key `sf_token_key`: an access token. */
  readonly secret: SecretReference;
}

/**
 * Metrics kept in Splunk Observability Cloud. Argo Rollouts cannot ask it.
 *
 * - Query: a SignalFlow program that publishes one series, and says its own window: `data(...).mean(over='5m').publish()`.
 * - Flagger's secret: `sf_token_key`, in the namespace of the rollout.
 * - Flagger's answer: the latest value within ten windows. Two series are an error.
 * - Flagger's no data: no value in all of that time. A failed check.
 */
export class SplunkSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'splunk';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: SplunkSourceOptions) {
    refuse('SplunkSource', realmProblem(options.address), wholeSecret('secret', options.secret, 'sf_token_key'));
    this._store = splunkStore({ address: options.address, secret: options.secret.secretName });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface SplunkConnection {
  readonly address: Leaf<string>;
  readonly secret: Leaf<string>;
}

export function splunkStore({ address, secret }: SplunkConnection): MetricStore {
  return {
    kind: 'splunk',
    language: 'SignalFlow',
    windowSeconds: defaultWindowSeconds,
    flagger: () => ({ provider: { type: 'splunk', address, secretRef: { name: secret } }, ...gapsIn(unfilled('address', address)) }),
    problems: question => [unpublished(question)],
  };
}

/** Flagger makes the one of the other, for the program and for whether anybody is there; it appends the path as it is. */
function realmProblem(address: Leaf<string>): Problem | undefined {
  if (isOpaque(address) || /^(https?:\/\/api|wss?:\/\/stream)\.[^/\s]+$/.test(address)) return undefined;
  return {
    property: 'address', message: `must be the interface of a realm, without a path, got ${show(address)}`, fix: 'write for example "https://api.eu0.signalfx.com"',
  };
}

/** Nothing comes back from such a program. */
function unpublished({ query }: OwnQuestion): Problem | undefined {
  return !lacks(query, /\bpublish\s*\(/) ? undefined : {
    property: 'query', message: `must publish its series, got ${show(query)}`, fix: 'append .publish()',
  };
}
