/** Calls that look at each element of a list, or each key of a map, under a name. */
export type Macro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map';

/** An expression in CEL, as far as definitions use it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | Member
  | { readonly kind: 'index'; readonly object: Expression; readonly key: Expression }
  /** Whether there is such a field. */
  | { readonly kind: 'has'; readonly field: Member }
  /** `size(self)` is `self.size()`: what it is asked of is the first argument. */
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'macro'; readonly name: Macro; readonly list: Expression; readonly variable: string; readonly body: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression };

export interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: string;
}

export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*';

/** Thrown inside this folder only, for what is not understood. */
export class NotUnderstood extends Error {}
