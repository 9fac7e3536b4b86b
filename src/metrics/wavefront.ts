import { deafToSilence, lacks } from './checks';
import { conditions, oneNumber } from './conditions';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { isOpaque, known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `WavefrontSource`. */
export interface WavefrontSourceOptions {
  /** The host, such as `example.wavefront.com`. It is also the key under which the Secret holds its token. */
  readonly address: string;
}

/**
 * Metrics kept in Wavefront.
 *
 * - Query: the Wavefront Query Language, of one series.
 * - Secret: `wavefront-api-tokens` in the namespace of the controller, with one key a host, such as `example.wavefront.com`.
 * - Answer: one number, the latest of the series however old it is; of several series a list, which only conditions of your
 *   own can read.
 * - No data: 0 for a series without a point, which cannot be told from a measured 0, and the last value for a series that
 *   has ended; no series is an error. The query says by `default(1000, ...)` what it answers then.
 */
export class WavefrontSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'wavefront';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: WavefrontSourceOptions) {
    refuse('WavefrontSource', hostProblem(options.address));
    this._store = wavefrontStore(options);
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface WavefrontConnection {
  readonly address: Leaf<string>;
}

export function wavefrontStore({ address }: WavefrontConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ wavefront: { address, query } });
  return {
    kind: 'wavefront',
    language: 'Wavefront Query Language',
    windowSeconds: defaultWindowSeconds,
    texts: [address].filter(text => known(text) !== undefined),
    argo: {
      queryPath: ['wavefront', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query), ...conditions(oneNumber('result'), measurement) }),
    },
    problems: question => [
      deafToSilence(question, 'Argo Rollouts reads a series of Wavefront without a point as 0', 'leave it out, and have the query answer a number of its own: default(0, ...)'),
      silentlyGood(question),
    ],
  };
}

/** Where less is better, the 0 of no data would be the best answer of all. */
function silentlyGood({ query, criterion }: OwnQuestion): Problem | undefined {
  if (criterion?.kind !== 'at-most' || !lacks(query, /\bdefault\s*\(/i)) return undefined;
  return {
    property: 'query',
    message: `must say what it answers without data, which Argo Rollouts reads as 0 and so as good, got ${show(query)}`,
    fix: 'write default(1000, ...), or default(0, ...) where no data is good',
  };
}

/** It is a key of a Secret, which takes no scheme and no port. */
function hostProblem(address: Leaf<string>): Problem | undefined {
  if (isOpaque(address) || /^[-._a-zA-Z0-9]+$/.test(address)) return undefined;
  const host = /^https?:\/\/([-.a-zA-Z0-9]+)/.exec(address)?.[1];
  return {
    property: 'address',
    message: `must be a host alone, as it is a key of the Secret wavefront-api-tokens, got ${show(address)}`,
    fix: host === undefined ? 'write for example "example.wavefront.com"' : `write ${show(host)}`,
  };
}
