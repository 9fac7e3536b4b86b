/** What a value is, as far as it is known before the condition runs. */
export type Type =
  /** Whole numbers are of another type than the others, and become one of them as need be. */
  | { readonly kind: 'number'; readonly isWhole: boolean }
  | { readonly kind: 'bool' | 'text' | 'nil' | 'map' | 'function' }
  /** Its fields are known, and there are no others. */
  | { readonly kind: 'struct'; readonly fields: Readonly<Record<string, Type>> }
  /** Of some it is known that they hold a value of any type; of the others nothing is. */
  | { readonly kind: 'any'; readonly isValue: boolean }
  /** A mixed list may hold values of any type, though it is known what they are: for functions, its elements are anything. */
  | { readonly kind: 'list'; readonly of: Type; readonly isMixed: boolean };

export type Kind = Type['kind'];

export const NUMBER: Type = { kind: 'number', isWhole: false };
export const WHOLE: Type = { kind: 'number', isWhole: true };
export const BOOL: Type = { kind: 'bool' };
export const TEXT: Type = { kind: 'text' };
export const NIL: Type = { kind: 'nil' };
export const MAP: Type = { kind: 'map' };
export const FUNCTION: Type = { kind: 'function' };
export const ANY: Type = { kind: 'any', isValue: false };
export const VALUE: Type = { kind: 'any', isValue: true };
export const NUMBERS: Type = { kind: 'list', of: NUMBER, isMixed: false };
export const TEXTS: Type = { kind: 'list', of: TEXT, isMixed: false };
/** Lists whose elements are all of one type, and those types themselves. */
export const MAPS: Type = { kind: 'list', of: MAP, isMixed: false };
export const ANYTHINGS: Type = { kind: 'list', of: VALUE, isMixed: false };
export const LIST: Type = { kind: 'list', of: VALUE, isMixed: true };

const NAMES = {
  number: 'a number', bool: 'true or false', text: 'text', nil: 'nil', map: 'a map', function: 'a function', any: 'anything', list: 'a list', struct: 'a result with fields',
} as const;

/** As people say it: `a list of numbers`. */
export function nameOf(type: Type): string {
  return type.kind === 'list' && type.of.kind === 'number' ? 'a list of numbers' : nameOfKind(type.kind);
}

export function nameOfKind(kind: Kind): string {
  return NAMES[kind];
}

/** Whether a value of this type may stand where one of those kinds is wanted. */
export function fits(type: Type, ...kinds: readonly Kind[]): boolean {
  return type.kind === 'any' || kinds.includes('any') || kinds.includes(type.kind);
}

export function fitsWhole(type: Type): boolean {
  return type.kind === 'number' ? type.isWhole : type.kind === 'any';
}

/** A list that the condition makes. */
export function listOf(type: Type): Type {
  return { kind: 'list', of: type, isMixed: true };
}

export function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.of : ANY;
}

/** Whether they are the same to the controller. */
export function isSame(one: Type, other: Type): boolean {
  if (one.kind === 'number' && other.kind === 'number') {
    return one.isWhole === other.isWhole;
  }
  if (one.kind === 'list' && other.kind === 'list') {
    return one.isMixed === other.isMixed && (one.isMixed || isSame(one.of, other.of));
  }
  return one.kind === other.kind;
}

/** Whether a value of the one type may be taken for one of the other. */
export function isAssignable(one: Type, other: Type): boolean {
  if (one.kind === 'nil' || one === ANY || other === ANY) {
    return false;
  }
  return other.kind === 'any' || isSame(one, other);
}

/** Whether `==` takes them. */
export function isComparable(one: Type, other: Type): boolean {
  return one.kind === other.kind || [one, other].some(({ kind }) => kind === 'any' || kind === 'nil');
}
