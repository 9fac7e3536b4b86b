import { addressProblem, lacks } from './checks';
import { conditions, oneNumber } from './conditions';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `GraphiteSource`. */
export interface GraphiteSourceOptions {
  /** Where it answers, as the controller sees it: `http://graphite.monitoring`. */
  readonly address: string;
}

/**
 * Metrics kept in Graphite.
 *
 * - Query: the parameters of its `/render`, such as `target=asPercent(a, b)&from=-5min`. White space is dropped.
 * - Secret: none. It is asked without credentials.
 * - Answer: a list of numbers, those of the first target without its nulls; the last, which is the latest, is judged.
 * - No data: an empty list where all are null. Neither good nor bad; no target, or one without points, is an error.
 */
export class GraphiteSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'graphite';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: GraphiteSourceOptions) {
    refuse('GraphiteSource', addressProblem(options.address, 'http://graphite.monitoring'));
    this._store = graphiteStore(options);
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface GraphiteConnection {
  readonly address: Leaf<string>;
}

export function graphiteStore({ address }: GraphiteConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ graphite: { address, query } });
  return {
    kind: 'graphite',
    language: 'Graphite',
    queryPath: ['graphite', 'query'],
    windowSeconds: defaultWindowSeconds,
    texts: [address].filter(text => known(text) !== undefined),
    argoProvider: provider,
    argo: measurement => ({ provider: provider(measurement.query), ...conditions(shape, measurement) }),
    problems: question => [withoutTarget(question), withoutWindow(question)],
  };
}

const shape = oneNumber('result[-1]', { some: 'len(result) > 0', none: 'len(result) == 0' });

function withoutTarget({ query }: OwnQuestion): Problem | undefined {
  if (!lacks(query, /(^|&)\s*target\s*=/)) return undefined;
  return { property: 'query', message: `must name a target, as the parameters of /render do, got ${show(query)}`, fix: `write ${show(`target=${query}`)}` };
}

function withoutWindow({ query }: OwnQuestion): Problem | undefined {
  if (!lacks(query, /&\s*from\s*=/)) return undefined;
  return { property: 'query', message: `must say how far it looks back, which is a day otherwise, got ${show(query)}`, fix: 'append &from=-5min' };
}
