import { Hole, query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Scope } from '../intent/telemetry';

/** The labels by which a scrape tells pods apart. */
export interface PodLabels {
  readonly pod: string;
  readonly namespace: string;
}

/**
 * Label matchers for the pods a question is about.
 * Argo names pods `<rollout>-<hash>-<five characters>`, so the name alone tells the canary from the stable version
 * and no relabelling is needed. Hashes and suffixes have no dashes, which keeps `checkout` from matching `checkout-api`.
 */
export function podMatchers(scope: Scope, labels: PodLabels): QueryText | undefined {
  if (scope === 'everything') return undefined;
  const hash = scope === 'service' ? '[a-z0-9]+' : new Hole(`${scope}-hash`);
  return query`${labels.namespace}="${new Hole('namespace')}",${labels.pod}=~"${new Hole('rollout')}-${hash}-[a-z0-9]+"`;
}

/** A selector over a metric: its name and whatever matchers there are. */
export function selector(metric: string, ...matchers: (QueryText | string | undefined)[]): QueryText {
  const given = matchers.filter(matcher => matcher !== undefined && matcher.length > 0) as (QueryText | string)[];
  if (given.length === 0) return [metric];
  const joined = given.flatMap((matcher, index): QueryText => [
    ...(index > 0 ? [','] : []), ...(typeof matcher === 'string' ? [matcher] : matcher),
  ]);
  return query`${metric}{${joined}}`;
}
