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

/** Builds a query from a template literal; texts with holes of their own are spliced in. */
export function query(literals: TemplateStringsArray, ...parts: (Leaf<string | number> | Hole | QueryText)[]): QueryText {
  return literals.flatMap((literal, index) => {
    const part = parts[index];
    if (index >= parts.length) return [literal];
    return Array.isArray(part) ? [literal, ...part] : [literal, part as Leaf<string | number> | Hole];
  });
}
