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

/** A query with holes in it. */
export type QueryText = readonly (Leaf<string | number> | Hole)[];

/** Builds a query from a template literal; texts with holes of their own are spliced in, and what is known is joined at once. */
export function query(literals: TemplateStringsArray, ...parts: (Leaf<string | number> | Hole | QueryText)[]): QueryText {
  const joined: (Leaf<string | number> | Hole)[] = [];
  literals.forEach((literal, index) => {
    append(joined, literal);
    if (index >= parts.length) return;
    const part = parts[index];
    if (Array.isArray(part)) part.forEach(each => append(joined, each));
    else append(joined, part as Leaf<string | number> | Hole);
  });
  return joined;
}

function append(joined: (Leaf<string | number> | Hole)[], part: Leaf<string | number> | Hole): void {
  const before = joined.length - 1;
  if (typeof joined[before] === 'string' && !isOpaque(part)) joined[before] = `${joined[before]}${part}`;
  else joined.push(part);
}
