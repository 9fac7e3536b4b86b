// Shortens the windows of queries as the lab shortens all other times.
import type { LRParser } from '@lezer/lr';
import { parsePromqlDuration } from '../../src/promql/durations';
import { withoutPlaceholders } from '../../src/promql/placeholders';

/** A rate needs two scrapes. At one a second five leave room for some that are late. */
const SHORTEST_WINDOW = 5;
/** PromQL knows shorter times, but manifests do not, and the lab shortens all alike. */
const SHORTEST_STEP = 1;

type Role = 'window' | 'step' | 'offset';

interface Place {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

/**
 * Divides every window, step of a subquery and offset by the factor, up to whole seconds; nothing else of the text changes.
 * What cannot be divided fails: left as it is, it would reach back to before the scenario and answer something else.
 */
export function compressWindows(query: string, factor: number, shortest = SHORTEST_WINDOW): string {
  return placesOf(query).reduceRight((text, place) => {
    const written = text.slice(place.from, place.to);
    const seconds = parsePromqlDuration(written.replace('-', ''));
    if (seconds === undefined) throw new Error(`the ${place.role} at ${place.from} must be a plain duration to be shortened: ${query}`);
    const sign = written.startsWith('-') ? '-' : '';
    return `${text.slice(0, place.from)}${sign}${divided(seconds, factor, place.role, shortest)}s${text.slice(place.to)}`;
  }, query);
}

function divided(seconds: number, factor: number, role: Role, shortestWindow: number): number {
  const shortest = { window: shortestWindow, step: SHORTEST_STEP, offset: 0 }[role];
  return Math.max(shortest, Math.ceil(seconds / factor));
}

/** The durations that say which samples are read, from left to right; one that is a number of seconds to compare with is none. */
function placesOf(query: string): Place[] {
  const places: Place[] = [];
  promql().parse(withoutPlaceholders(query)).iterate({
    enter: ({ node }) => {
      const { name, from, to, parent } = node;
      if (node.type.isError) throw new Error(`not a query, at ${from}: ${query}`);
      if (name !== 'DurationExpr' && name !== 'OffsetDurationExpr') return true;
      const isStep = parent?.name === 'SubqueryExpr' && parent.getChild('DurationExpr')?.from !== from;
      places.push({ role: name === 'OffsetDurationExpr' ? 'offset' : isStep ? 'step' : 'window', from, to });
      // Sums of durations are left whole.
      return false;
    },
  });
  return places;
}

function promql(): LRParser {
  // An ESM package with one set of types for both: only `require` and a cast get it into CommonJS.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require('@prometheus-io/lezer-promql') as { parser: LRParser }).parser;
}
