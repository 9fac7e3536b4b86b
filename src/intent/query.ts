import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** What a query needs to know about the running release; the engine says where it comes from. */
export type HoleName = 'canary-hash' | 'stable-hash' | 'namespace' | 'rollout' | 'canary-service' | 'stable-service';

/** Holes by name, in the order in which they are declared. */
export const holeNames: readonly HoleName[] = ['canary-hash', 'stable-hash', 'namespace', 'rollout', 'canary-service', 'stable-service'];

/** A place in a query that the engine fills. */
export class Hole {
  constructor(readonly name: HoleName) {}
}

/** The names of the pods of a version, or of both, as a regular expression. How they are called depends on the engine. */
export class PodNames {
  constructor(readonly of: 'canary' | 'stable' | 'service') {}
}

type Part = Leaf<string | number> | Hole | PodNames;

/** A query with holes in it. */
export type QueryText = readonly Part[];

/** Builds a query from a template literal; texts with holes of their own are spliced in, and what is known is joined at once. */
export function query(literals: TemplateStringsArray, ...parts: (Part | QueryText)[]): QueryText {
  const joined: Part[] = [];
  literals.forEach((literal, index) => {
    append(joined, literal);
    if (index >= parts.length) return;
    const part = parts[index];
    if (Array.isArray(part)) part.forEach(each => append(joined, each));
    else append(joined, part as Part);
  });
  return joined;
}

function append(joined: Part[], part: Part): void {
  const before = joined.length - 1;
  if (typeof joined[before] === 'string' && !isOpaque(part)) joined[before] = `${joined[before]}${part}`;
  else joined.push(part);
}
