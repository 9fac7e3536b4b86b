/** What a value is, as far as it is known before the condition runs. */
export type Type =
  | { readonly kind: 'number' | 'bool' | 'text' | 'nil' | 'any' }
  | { readonly kind: 'list'; readonly of: Type };

export const NUMBER: Type = { kind: 'number' };
export const BOOL: Type = { kind: 'bool' };
export const TEXT: Type = { kind: 'text' };
export const NIL: Type = { kind: 'nil' };
export const ANY: Type = { kind: 'any' };
export const NUMBERS: Type = { kind: 'list', of: NUMBER };
export const LIST: Type = { kind: 'list', of: ANY };

const NAMES = { number: 'a number', bool: 'true or false', text: 'text', nil: 'nil', any: 'anything', list: 'a list' } as const;

/** As people say it: `a list of numbers`. */
export function nameOf(type: Type): string {
  return type.kind === 'list' && type.of.kind === 'number' ? 'a list of numbers' : NAMES[type.kind];
}

/** Whether a value of this type may stand where one of those kinds is wanted. */
export function fits(type: Type, ...kinds: readonly Type['kind'][]): boolean {
  return type.kind === 'any' || kinds.includes('any') || kinds.includes(type.kind);
}
