import type { Path } from './document';
import type { GraphNode } from './node';

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
    private readonly key: string | number = '',
  ) {}

  get path(): Path {
    return this.parent === undefined ? [] : [...this.parent.path, this.key];
  }

  /** Written down and not null. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether something may be written here that is not known yet, here or in something above. */
  get isUnknown(): boolean {
    return isUnknown(this.value) || (this.value === undefined && this.parent?.isUnknown === true);
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
    return isMap(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** Whether something is written below a key, and not null. */
  has(key: string): boolean {
    const value = valueBelow(this.value, key);
    return value !== undefined && value !== null;
  }

  /** The value below one or several keys. */
  at(...keys: readonly (string | number)[]): Field {
    let field: Field = this;
    for (const key of keys) {
      field = new Field(this.node, valueBelow(field.value, key), field, key);
    }
    return field;
  }

  /** The elements of a list; none when this is no list. */
  items(): Field[] {
    return Array.isArray(this.value) ? this.value.map((value, index) => new Field(this.node, value, this, index)) : [];
  }

  /** The keys and values of a map; none when this is no map. */
  entries(): [string, Field][] {
    return isMap(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
  }

  /** Whether the same is written there. What is not known yet is like nothing but itself. */
  isLike(other: Field): boolean {
    return isLike(this.value, other.value, DEEPEST);
  }

  /** Every text at or below this place that is wanted. */
  textsBelow(isWanted: (text: string) => boolean): Field[] {
    const found: Field[] = [];
    eachText(this.value, [], (text, keys) => {
      if (isWanted(text)) {
        found.push(this.at(...keys));
      }
    });
    return found;
  }

  /** A map of texts, as labels are; other values are left out. */
  texts(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    if (isMap(this.value)) {
      for (const [key, value] of Object.entries(this.value)) {
        if (typeof value === 'string') {
          texts.set(key, value);
        }
      }
    }
    return texts;
  }
}

function isUnknown(value: unknown): boolean {
  return (typeof value === 'object' && value !== null && !Array.isArray(value) && !isMap(value)) || typeof value === 'function';
}

/** Only plain objects: an instance of a class is a value that is not known yet. */
function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Walks the values themselves: fields are made only for the few that are wanted. */
function eachText(value: unknown, keys: (string | number)[], visit: (text: string, keys: readonly (string | number)[]) => void): void {
  if (typeof value === 'string') {
    visit(value, keys);
  } else if (keys.length < DEEPEST && typeof value === 'object' && value !== null) {
    const entries = Array.isArray(value) ? value.entries() : isMap(value) ? Object.entries(value) : [];
    for (const [key, below] of entries) {
      keys.push(key);
      eachText(below, keys, visit);
      keys.pop();
    }
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
  if (!isMap(a) || !isMap(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && isLike(a[key], b[key], deepest - 1));
}

function valueBelow(value: unknown, key: string | number): unknown {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof key === 'number') {
    return Array.isArray(value) ? value[key] : undefined;
  }
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
