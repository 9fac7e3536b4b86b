import type { CloudWatchQuery } from '../manifests/argo-rollouts.generated';
import { isOpaque, joinLeaves, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Queries as Amazon's interface has them in JSON, which is what Flagger is told: the names of fields are the same, but begin with a capital. */
export function metricDataQueries(queries: readonly CloudWatchQuery[]): Leaf<string> {
  const lines = queries.map(query => joinLeaves('  ', json(query)));
  return mapLeaf(joined('[\n', lines, ',\n', '\n]'), withActions);
}

/** What Flagger fills in is written as a text of its own, and has no quotes of JSON. */
function withActions(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, action => action.replaceAll('\\"', '"'));
}

function json(value: unknown): Leaf<string> {
  if (Array.isArray(value)) return joined('[', value.map(json), ',', ']');
  if (!isMap(value)) return isOpaque(value) ? mapLeaf(value, known => JSON.stringify(known)) : JSON.stringify(value);
  return joined('{', Object.entries(value).map(([key, each]) => joinLeaves(`"${key[0].toUpperCase()}${key.slice(1)}":`, json(each))), ',', '}');
}

/** Rather than a value that is not known yet, whatever class that is of. */
function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !('apply' in value);
}

function joined(first: string, parts: readonly Leaf<string>[], between: string, last: string): Leaf<string> {
  const all = parts.reduce<Leaf<string>>((before, part, index) => joinLeaves(index === 0 ? before : joinLeaves(before, between), part), first);
  return joinLeaves(all, last);
}
