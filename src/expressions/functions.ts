import { ANY, BOOL, LIST, NUMBER, TEXT } from './types';
import type { Type } from './types';

/** A function of the condition language: what it takes first, what it gives. */
export interface ConditionFunction {
  /** Kinds the first argument may be. The others are left to the controller. */
  readonly takes: readonly Type['kind'][];
  readonly gives: Type;
  /** Fewest arguments. */
  readonly least: number;
}

const groups: readonly (readonly [names: string, takes: readonly Type['kind'][], gives: Type, least: number])[] = [
  // Argo's own.
  ['isNaN isInf', ['number'], BOOL, 1],
  ['isNil', ['any'], BOOL, 1],
  ['asInt asFloat', ['number', 'text'], NUMBER, 1],
  ['default', ['any'], ANY, 2],
  // expr-lang's.
  ['len', ['list', 'text'], NUMBER, 1],
  ['abs ceil floor round', ['number'], NUMBER, 1],
  ['int float', ['number', 'text'], NUMBER, 1],
  ['bitand bitor bitxor bitnand bitnot bitshl bitshr bitushr', ['number'], NUMBER, 1],
  ['min max mean median', ['number', 'list'], NUMBER, 1],
  ['sum', ['list'], NUMBER, 1],
  ['all any none one', ['list'], BOOL, 2],
  ['count', ['list'], NUMBER, 1],
  ['findIndex findLastIndex', ['list'], NUMBER, 2],
  ['find findLast', ['list'], ANY, 2],
  ['filter map sortBy groupBy reduce', ['list'], ANY, 2],
  ['first last', ['list'], ANY, 1],
  ['sort reverse uniq flatten concat take', ['list'], LIST, 1],
  ['keys values toPairs fromPairs get fromJSON fromBase64 toBase64 date duration timezone now', ['any'], ANY, 0],
  ['string type toJSON', ['any'], TEXT, 1],
  ['upper lower trim trimPrefix trimSuffix replace repeat', ['text'], TEXT, 1],
  ['join', ['list'], TEXT, 1],
  ['split splitAfter', ['text'], LIST, 1],
  ['hasPrefix hasSuffix', ['text'], BOOL, 2],
  ['indexOf lastIndexOf', ['text'], NUMBER, 2],
];

export const functions: ReadonlyMap<string, ConditionFunction> = new Map(
  groups.flatMap(([names, takes, gives, least]) => names.split(' ').map((name) => [name, { takes, gives, least }])),
);
