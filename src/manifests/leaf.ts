/**
 * A value that is not known while the program runs, such as an output of a cloud resource.
 * It can be passed on and transformed, never looked at.
 */
export interface Opaque {
  apply(transform: (value: never) => unknown): Opaque;
}

/** A value at the end of a path: known now, or known later. */
export type Leaf<T> = T | Opaque;

/** Leaves are scalars, so an object in the place of one is a value that is not known yet. */
export function isOpaque(value: unknown): value is Opaque {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Applies a function to a leaf: at once when it is known, later when it is not. */
export function mapLeaf<T, U>(leaf: Leaf<T>, transform: (value: T) => Leaf<U>): Leaf<U> {
  return isOpaque(leaf) ? leaf.apply(transform as (value: never) => unknown) : transform(leaf);
}

/** Two leaves one after the other, as text. */
export function joinLeaves(before: Leaf<string>, after: Leaf<string | number>): Leaf<string> {
  return mapLeaf(before, head => mapLeaf(after, tail => `${head}${tail}`));
}

/** Whether a leaf is as it has to be; one that is not known yet is taken for right. */
export function fits<T>(leaf: Leaf<T>, isRight: (value: T) => boolean): boolean {
  return isOpaque(leaf) || isRight(leaf);
}

/** Any number of texts, with another one between them. */
export function joinedBy(between: string, [first, ...others]: readonly Leaf<string>[]): Leaf<string> {
  return others.reduce<Leaf<string>>((all, each) => joinLeaves(joinLeaves(all, between), each), first ?? '');
}

/** What a known leaf holds; nothing for one that is not known yet. */
export function known<T>(leaf: Leaf<T> | undefined): T | undefined {
  return isOpaque(leaf) ? undefined : leaf;
}
