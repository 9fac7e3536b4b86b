import { Hole, PodNames, query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Scope } from '../intent/telemetry';

/** The labels by which a scrape tells pods apart. */
export interface PodLabels {
  readonly pod: string;
  readonly namespace: string;
}

/** Label matchers for the pods a question is about: their names alone tell the versions apart, and no relabelling is needed. */
export function podMatchers(scope: Scope, labels: PodLabels): QueryText | undefined {
  if (scope === 'everything') return undefined;
  return query`${labels.namespace}="${new Hole('namespace')}",${labels.pod}=~"${new PodNames(scope)}"`;
}

/**
 * A label matcher for the requests to the Services a question is about, where nothing knows the pods behind them.
 * `named` writes a name as the label holds it, as a regular expression; names of Services have no characters that mean something there.
 */
export function serviceMatcher(scope: Scope, label: string, named: (service: QueryText) => QueryText): QueryText | undefined {
  if (scope === 'everything') return undefined;
  const [canary, stable] = [new Hole('canary-service'), new Hole('stable-service')];
  const services = { canary: [canary], stable: [stable], service: query`(${canary}|${stable})` };
  return query`${label}=~"${named(services[scope])}"`;
}

/** Matchers that all have to hold. */
export function both(first: QueryText | undefined, second: string): QueryText {
  return first === undefined ? [second] : query`${first},${second}`;
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
