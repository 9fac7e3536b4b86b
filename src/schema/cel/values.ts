import type { Shape } from '../shape';

/** What is not known yet, or not understood: nothing is said of what depends on it. */
export const UNKNOWN = Symbol('unknown');
/** What the API server fails on, such as a field that is not there. */
export const FAILED = Symbol('failed');

/** A duration is a bigint, in nanoseconds. */
export type Plain = string | number | boolean | bigint | null;
export type Value = Plain | View | readonly Value[];
export type Result = Value | typeof UNKNOWN | typeof FAILED;
export type Path = readonly (string | number)[];

type Fields = Readonly<Record<string, unknown>>;

/** A map or a list of the document, with what its definition says: what is absent has its default. */
export class View {
  constructor(
    readonly value: Fields | readonly unknown[],
    readonly shape: Shape,
    private readonly parent?: View,
    private readonly key: string | number = '',
  ) {}

  /** The way from the value that is judged. */
  get path(): Path {
    return this.parent === undefined ? [] : [...this.parent.path, this.key];
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** How many there are; undefined where that is not known. */
  get size(): number | undefined {
    return Array.isArray(this.value) ? (this.value.some(isUnknown) ? undefined : this.value.length) : this.keys?.length;
  }

  /** Indices, or the names of what is there; undefined where that is not known. */
  get keys(): readonly (string | number)[] | undefined {
    if (Array.isArray(this.value)) {
      return this.value.some(isUnknown) ? undefined : [...this.value.keys()];
    }
    // what has fields has defaults as well
    const keys = this.shape.fields === undefined ? Object.keys(this.value) : undefined;
    return keys?.some((key) => this.at(key) === UNKNOWN) === true ? undefined : keys?.filter((key) => this.at(key) !== FAILED);
  }

  /** FAILED where nothing is. */
  at(key: string | number): Result {
    const { value: around, shape } = this;
    const field = typeof key === 'string' ? shape.fields?.get(key) : shape.elements;
    const below = field ?? shape.values;
    const written = Object.hasOwn(around, key) ? (around as Fields)[key] : undefined;
    if (written !== undefined && written !== null) {
      return below === undefined ? UNKNOWN : valueOf(written, below, this, key);
    }
    if (typeof key === 'string' && field?.fallback !== undefined) {
      return valueOf(field.fallback, field, this, key);
    }
    // elsewhere null is as good as absent
    return written === null && (below?.isNullable === true || this.isList) ? null : FAILED;
  }
}

/** A value of the document as rules see it; what does not fit its shape is not known. */
export function valueOf(value: unknown, shape: Shape, parent?: View, key?: string | number): Result {
  switch (typeof value) {
    case 'string':
      // a time is no text to rules
      return (shape.type === 'text' || shape.type === 'whole number or text') && shape.format !== 'date-time' ? value : UNKNOWN;
    case 'number':
      return shape.type === 'whole number' || shape.type === 'number' || shape.type === 'whole number or text' ? value : UNKNOWN;
    case 'boolean':
      return shape.type === 'boolean' ? value : UNKNOWN;
    case 'object': {
      const isFitting = value !== null && shape.type === (Array.isArray(value) ? 'list' : 'map') && !isUnknown(value);
      return value === null ? value : isFitting ? new View(value as Fields, shape, parent, key) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

/** An instance of a class, or what is still to be called, is not known yet. */
export function isUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || value === undefined;
  }
  const prototype: unknown = Array.isArray(value) ? null : Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null && Object.getPrototypeOf(prototype) !== null;
}
