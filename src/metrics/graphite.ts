import { addressProblem, lacks, wholeSecret } from './checks';
import { conditions, oneNumber } from './conditions';
import { gapsIn, unfilled } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `GraphiteSource`. */
export interface GraphiteSourceOptions {
  /** Where it answers, as the controller sees it: `http://graphite.monitoring`. */
  readonly address: string;

  /**
   * A name and a password that Flagger sends with every query: a Secret in the namespace of the rollout with the keys
   * `username` and `password`. Argo Rollouts cannot be told.
   * @default - it is asked without credentials
   */
  readonly basicAuth?: SecretReference;

  /**
   * Whether Flagger accepts a certificate that cannot be verified. Argo Rollouts cannot be told.
   * @default false
   */
  readonly insecure?: boolean;
}

/**
 * Metrics kept in Graphite.
 *
 * - Query: the parameters of its `/render`, such as `target=asPercent(a, b)&from=-5min`. White space is dropped.
 * - Secret: none. Argo Rollouts asks without credentials.
 * - Answer: a list of numbers, those of the first target without its nulls; the last, which is the latest, is judged.
 * - No data: an empty list where all are null. Neither good nor bad; no target, or one without points, is an error.
 * - Flagger's secret: `username` and `password` of `basicAuth`, in the namespace of the rollout; none without it.
 * - Flagger's answer: the last number that is no null, of all targets.
 * - Flagger's no data: nothing but nulls. A failed check.
 */
export class GraphiteSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'graphite';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: GraphiteSourceOptions) {
    const { address, basicAuth, insecure } = options;
    refuse('GraphiteSource', addressProblem(address, 'http://graphite.monitoring'), wholeSecret('basicAuth', basicAuth, 'username and password'));
    this._store = graphiteStore({ address, basicAuth: basicAuth?.secretName, insecure });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface GraphiteConnection {
  readonly address: Leaf<string>;
  /** A Secret. */
  readonly basicAuth?: Leaf<string>;
  readonly insecure?: Leaf<boolean>;
}

export function graphiteStore({ address, basicAuth, insecure }: GraphiteConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ graphite: { address, query } });
  return {
    kind: 'graphite',
    language: 'Graphite',
    windowSeconds: defaultWindowSeconds,
    texts: [address].filter(text => known(text) !== undefined),
    argo: {
      queryPath: ['graphite', 'query'],
      provider,
      judged: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
      ...gapsIn(basicAuth === undefined ? undefined : unknownToArgo('basicAuth'), insecure ? unknownToArgo('insecure') : undefined),
    },
    flagger: query => ({
      provider: {
        type: 'graphite',
        address,
        ...(basicAuth === undefined ? {} : { secretRef: { name: basicAuth } }),
        ...(insecure ? { insecureSkipVerify: insecure } : {}),
      },
      ...gapsIn(unfilled('address', address), withSemicolon(query)),
    }),
    problems: question => [withoutTarget(question), withoutWindow(question)],
  };
}

const shape = oneNumber('result[-1]', { some: 'len(result) > 0', none: 'len(result) == 0' });

function unknownToArgo(property: string): Problem {
  return {
    property: `source.${property}`, message: 'cannot be told to Argo Rollouts, which knows the address of a Graphite alone', fix: 'leave it out, or ask through a proxy',
  };
}

/** Flagger reads the parameters, and drops one with a semicolon without a word. */
function withSemicolon(query: Leaf<string>): Problem | undefined {
  return !known(query)?.includes(';') ? undefined : { property: 'query', message: 'must have no semicolon for Flagger, which drops a parameter with one', fix: 'write %3B' };
}

function withoutTarget({ query }: OwnQuestion): Problem | undefined {
  if (!lacks(query, /(^|&)\s*target\s*=/)) return undefined;
  return { property: 'query', message: `must name a target, as the parameters of /render do, got ${show(query)}`, fix: `write ${show(`target=${query}`)}` };
}

function withoutWindow({ query }: OwnQuestion): Problem | undefined {
  if (!lacks(query, /&\s*from\s*=/)) return undefined;
  return { property: 'query', message: `must say how far it looks back, which is a day otherwise, got ${show(query)}`, fix: 'append &from=-5min' };
}
