import type { Problem } from '../intent/problem';
import { show } from '../intent/problem';
import { formatGoDuration } from '../manifests/durations';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

const since = /\s*\bSINCE\s+(\d+)\s+(second|minute|hour|day|week)s?\s+AGO\b/i;
const named = /^(\s*SELECT\s+)([^]+?)\s+AS\s+(['"`]?)answer\3(?=\s|$)/i;
const seconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 };

/**
 * A query as Flagger can ask it of Insights: it appends its own SINCE, a second one would be an error, and it reads a number called
 * `result`, which is how Insights calls what was reckoned.
 */
export function insightsQuery(query: string): string {
  return query.replace(since, '').replace(named, (_, select: string, number: string) => `${select}(${number}) * 1 AS 'result'`);
}

/** What Insights would not answer, or answer otherwise. */
export function insightsProblems(query: Leaf<string>, windowSeconds: Leaf<number> | undefined): readonly (Problem | undefined)[] {
  const text = known(query);
  if (text === undefined) return [];
  const [, count, unit] = since.exec(text) ?? [];
  const [ago, window] = [count === undefined ? undefined : Number(count) * seconds[unit.toLowerCase()], known(windowSeconds)];
  return [
    !/\bSINCE\b/i.test(text.replace(since, '')) ? undefined : {
      property: 'query', message: `must say SINCE by a number for Flagger, which writes its own, got ${show(text)}`, fix: 'write SINCE 5 minutes ago',
    },
    !/\b(FACET|TIMESERIES)\b/i.test(text) ? undefined : {
      property: 'query', message: `must give one number for Flagger, got ${show(text)}`, fix: 'drop FACET and TIMESERIES',
    },
    ago === undefined || window === undefined || ago === window ? undefined : {
      property: 'window',
      message: `must be the ${formatGoDuration(ago)} of SINCE, got ${formatGoDuration(window)}: Flagger asks over the window`,
      fix: `write Duration.seconds(${ago})`,
      class: 'risky',
    },
  ];
}
