import type { Shape } from './shape';

/** A map that has a field of some name; `[]` in its path is any element of a list. */
export interface FieldPlace {
  readonly path: readonly string[];
  /** Of the map. */
  readonly around: Shape;
  /** Of the field. */
  readonly shape: Shape;
}

/** Elements of a list, in a path. */
export const ANY_ELEMENT = '[]';

const read = new WeakMap<Shape, ReadonlyMap<string, readonly FieldPlace[]>>();

/** Every place where a document of this shape may have a field of this name. What everything has, its metadata, is left out. */
export function placesOf(name: string, document: Shape): readonly FieldPlace[] {
  let places = read.get(document);
  if (places === undefined) {
    const found = new Map<string, FieldPlace[]>();
    collect(document, [], found);
    read.set(document, places = found);
  }
  return places.get(name) ?? [];
}

function collect(shape: Shape, path: readonly string[], found: Map<string, FieldPlace[]>): void {
  for (const [name, below] of shape.fields ?? []) {
    const known = found.get(name);
    if (known === undefined) {
      found.set(name, [{ path, around: shape, shape: below }]);
    } else {
      known.push({ path, around: shape, shape: below });
    }
    if (path.length > 0 || name !== 'metadata') {
      collect(below, [...path, name], found);
    }
  }
  if (shape.elements !== undefined) {
    collect(shape.elements, [...path, ANY_ELEMENT], found);
  }
  if (shape.values !== undefined) {
    collect(shape.values, [...path, '*'], found);
  }
}
