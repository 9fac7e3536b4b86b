import type { Path } from './document';
import type { GraphNode } from './node';
import { isPlainMap } from '../schema/plain-map';

/** Deeper than any manifest; it ends the walk through a value that contains itself. */
const DEEPEST = 50;

/**
 * A place in a document: the value there, whatever it is, and the way to it. Reading never throws. A value that is not of the
 * asked kind, also one that is not known yet (an opaque token), is simply not there.
 */
export class Field {
  constructor(
    readonly node: GraphNode,
    readonly value: unknown,
    private readonly parent?: Field,
    /** The way from the parent: one key or several, so that a far place needs one field and not one for each step. */
    private readonly way: string | number | Path = [],
  ) {}

  get path(): Path {
    const { parent, way } = this;
    return parent === undefined ? [] : typeof way === 'object' ? [...parent.path, ...way] : [...parent.path, way];
  }

  /** Written down and not null. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether something may be written here that is not known yet, here or in something above. */
  get isUnknown(): boolean {
    return isUnknown(this.value) || (this.value === undefined && this.isUnknownAbove);
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  get boolean(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  get isMap(): boolean {
    return isPlainMap(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** Whether something is written below a key, and not null. */
  has(key: string): boolean {
    const value = valueBelow(this.value, key);
    return value !== undefined && value !== null;
  }

  /** The field below one or several keys. */
  at(...keys: readonly (string | number)[]): Field;
  // Named parameters: a list of keys would be made for every call, and there are millions of them.
  at(first?: string | number, second?: string | number, ...further: readonly (string | number)[]): Field {
    if (first === undefined) {
      return this;
    }
    let value = valueBelow(this.value, first);
    if (second === undefined) {
      return new Field(this.node, value, this, first);
    }
    value = valueBelow(value, second);
    for (let index = 0; index < further.length; index++) {
      value = valueBelow(value, further[index]);
    }
    return new Field(this.node, value, this, [first, second, ...further]);
  }

  /** The bare value below a key. A run looks at far more values than it has something to say of, and those need no field. */
  valueAt(key: string): unknown {
    return valueBelow(this.value, key);
  }

  /** The text below a key. */
  textAt(key: string): string | undefined {
    const value = valueBelow(this.value, key);
    return typeof value === 'string' ? value : undefined;
  }

  /** The elements of a list; none when this is no list. */
  items(): Field[] {
    return Array.isArray(this.value) ? this.value.map((value, index) => new Field(this.node, value, this, index)) : [];
  }

  /** The keys and values of a map; none when this is no map. */
  entries(): [string, Field][] {
    return this.keys().map((key) => [key, this.at(key)]);
  }

  /** The keys of a map; none when this is no map. */
  keys(): string[] {
    return isPlainMap(this.value) ? Object.keys(this.value) : [];
  }

  /** Whether the same is written there. What is not known yet is like nothing but itself. */
  isLike(other: Field): boolean {
    return isLike(this.value, other.value, DEEPEST);
  }

  private get isUnknownAbove(): boolean {
    const { parent, way } = this;
    if (parent === undefined) {
      return false;
    }
    let { value } = parent;
    for (const key of typeof way === 'object' ? way : []) {
      if (isUnknown(value)) {
        return true;
      }
      value = valueBelow(value, key);
    }
    return parent.isUnknown;
  }

  /** Every text at or below this place that is wanted. */
  textsBelow(isWanted: (text: string) => boolean): Field[] {
    const found: Field[] = [];
    if (this.text === undefined) {
      eachText(this.value, [], (text, keys, last) => {
        if (isWanted(text)) {
          found.push(this.at(...keys, last));
        }
      });
    } else if (isWanted(this.text)) {
      found.push(this);
    }
    return found;
  }
}

function isUnknown(value: unknown): boolean {
  return (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlainMap(value)) || typeof value === 'function';
}

type Visit = (text: string, keys: readonly (string | number)[], last: string | number) => void;

/** Walks the values themselves: fields are made only for the few that are wanted. */
function eachText(value: unknown, keys: (string | number)[], visit: Visit): void {
  if (keys.length >= DEEPEST) {
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((below, index) => visitBelow(below, keys, index, visit));
  } else if (isPlainMap(value)) {
    Object.keys(value).forEach((key) => visitBelow(value[key], keys, key, visit));
  }
}

function visitBelow(value: unknown, keys: (string | number)[], key: string | number, visit: Visit): void {
  if (typeof value === 'string') {
    visit(value, keys, key);
  } else if (typeof value === 'object' && value !== null) {
    keys.push(key);
    eachText(value, keys, visit);
    keys.pop();
  }
}

function isLike(a: unknown, b: unknown, deepest: number): boolean {
  if (Object.is(a, b)) {
    return true;
  }
  if (deepest === 0) {
    return false;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isLike(value, b[index], deepest - 1));
  }
  if (!isPlainMap(a) || !isPlainMap(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && isLike(a[key], b[key], deepest - 1));
}

function valueBelow(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (typeof key === 'number') {
    return Array.isArray(value) ? value[key] : undefined;
  }
  if (!isPlainMap(value)) {
    return undefined;
  }
  const below = value[key];
  // What every object inherits is not written here; to look at it is dearer than to know that there is nothing.
  return below === undefined || Object.hasOwn(value, key) ? below : undefined;
}
