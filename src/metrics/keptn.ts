import { lacks } from './checks';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { known } from '../manifests/leaf';

/**
 * Metrics and analyses of Keptn, in the cluster that Flagger is in. Argo Rollouts cannot ask it.
 *
 * - Query: `keptnmetric/<namespace>/<name>`, whose number is judged; or `analysis/<namespace>/<definition>/<duration>/<key>=<value>;...`,
 *   which is 1 where it passes and 0 where it does not. All of it is read in small letters.
 * - Flagger's secret: none. Flagger's service account has to be allowed, which its chart sees to.
 * - Flagger's answer: one number. An analysis has ten seconds to end.
 * - Flagger's no data: a metric without a value is an error, and so a failed check.
 */
export class KeptnSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'keptn';

  /** @internal */
  public readonly _store: MetricStore = keptnStore();
}

export function keptnStore(): MetricStore {
  return {
    kind: 'keptn',
    language: 'names of Keptn',
    windowSeconds: defaultWindowSeconds,
    flagger: () => ({ provider: { type: 'keptn' } }),
    problems: question => [unknownKind(question), capitals(question)],
  };
}

function unknownKind({ query }: OwnQuestion): Problem | undefined {
  return !lacks(query, /^\s*(keptnmetrics?|analys[ei]s)\/[^/]+\/[^/]+/i) ? undefined : {
    property: 'query', message: `must name a metric or an analysis of Keptn, got ${show(query)}`, fix: 'write for example "keptnmetric/{{args.namespace}}/error-rate"',
  };
}

/** They would come to Keptn as small letters. What is filled in is lower case by itself. */
function capitals({ query }: OwnQuestion): Problem | undefined {
  const own = known(query)?.replace(/\{\{.*?\}\}/g, '');
  return own === undefined || own === own.toLowerCase() ? undefined : {
    property: 'query', message: `must be in small letters, as which Flagger reads it, got ${show(known(query))}`, fix: 'name what Keptn knows in small letters',
  };
}
