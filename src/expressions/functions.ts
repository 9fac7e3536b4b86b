import { ANY, BOOL, LIST, MAP, NUMBER, TEXT, TEXTS, VALUE, WHOLE, elementOf, fits, listOf, nameOf } from './types';
import type { Kind, Type } from './types';

export interface Parameter {
  readonly kinds: readonly Kind[];
  readonly isWhole: boolean;
  readonly isClosure: boolean;
  readonly isOptional: boolean;
}

/** A function of the condition language. */
export interface ConditionFunction {
  readonly parameters: readonly Parameter[];
  /** Whether the last parameter may come again and again. */
  readonly isOpen: boolean;
  /** What it gives to arguments of these types, or why it takes none of them. */
  readonly gives: Type | Gives;
}

type Gives = (given: readonly Type[]) => Type | string;

const first: Gives = ([type]) => type;
const element: Gives = ([list]) => list.kind === 'list' && !list.isMixed ? list.of : VALUE;
const part: Gives = ([list]) => list.kind === 'list' && list.isMixed ? LIST : list;
/** One list, and the rest is not looked at. */
const reckoned: Gives = (given) => {
  const other = given.find(({ kind }) => kind !== 'number');
  return other === undefined ? given[0] : fits(other, 'list') ? VALUE : `wants numbers or lists, got ${nameOf(other)}`;
};
const joined: Gives = ([list]) => {
  return list.kind !== 'list' || list.isMixed || list.of.kind === 'text' ? TEXT : `wants a list of texts, got ${nameOf(list)}`;
};

const sorted: Gives = ([list]) => {
  return list.kind !== 'list' || list.isMixed || fits(list.of, 'number', 'text') ? LIST : `wants numbers or texts, got ${nameOf(list)}`;
};

/** Parameters are words: the kinds, `whole`, `closure`; with `?` what may be left out, with `...` what may come again. */
const groups: readonly (readonly [names: string, parameters: string, gives: ConditionFunction['gives']])[] = [
  // Argo's own.
  ['isNaN isInf', 'number', BOOL],
  ['isNil', 'any', BOOL],
  ['asInt', 'number|text', WHOLE],
  ['asFloat', 'number|text', NUMBER],
  ['default', 'any any', VALUE],
  // expr-lang's.
  ['len', 'list|text|map', WHOLE],
  ['abs', 'number', first],
  ['ceil floor round', 'number', NUMBER],
  ['int', 'number|text', WHOLE],
  ['float', 'number|text', NUMBER],
  ['bitand bitor bitxor bitnand bitshl bitshr bitushr', 'whole whole', WHOLE],
  ['bitnot', 'whole', WHOLE],
  ['min max mean median', 'any...', reckoned],
  ['all any none one', 'list closure', BOOL],
  ['filter', 'list closure', ([list]) => listOf(elementOf(list))],
  ['map', 'list closure', ([, of]) => listOf(of)],
  ['find findLast', 'list closure', ([list]) => elementOf(list)],
  ['findIndex findLastIndex', 'list closure', WHOLE],
  ['count', 'list closure?', WHOLE],
  ['sum', 'list closure?', ([list, of]) => of ?? elementOf(list)],
  ['groupBy', 'list closure', ANY],
  ['sortBy', 'list closure any?', first],
  ['reduce', 'list closure any?', ([, of]) => of],
  ['first last', 'list', element],
  ['sort', 'list text?', sorted],
  ['reverse uniq flatten', 'list', LIST],
  ['concat', 'list...', LIST],
  ['take', 'list whole', part],
  ['keys values toPairs', 'map', LIST],
  ['fromPairs', 'list', MAP],
  ['string type toJSON', 'any', TEXT],
  ['fromJSON', 'text', VALUE],
  ['toBase64 fromBase64', 'text', TEXT],
  ['upper lower', 'text', TEXT],
  ['trim trimPrefix trimSuffix', 'text text?', TEXT],
  ['replace', 'text text text whole?', TEXT],
  ['repeat', 'text whole', TEXT],
  ['join', 'list text?', joined],
  ['split splitAfter', 'text text whole?', TEXTS],
  ['hasPrefix hasSuffix', 'text text', BOOL],
  ['indexOf lastIndexOf', 'text text', WHOLE],
  ['get', 'any any', ANY],
  // Times have types of their own, which are not followed.
  ['now', 'any?', ANY],
  ['date', 'any any? any? any?', ANY],
  ['duration timezone', 'text', ANY],
];

export const functions: ReadonlyMap<string, ConditionFunction> = new Map(groups.flatMap(([names, words, gives]) => {
  const made = { parameters: words.split(' ').map(parameterOf), isOpen: words.endsWith('...'), gives };
  return names.split(' ').map((name) => [name, made]);
}));

function parameterOf(written: string): Parameter {
  const word = written.replace(/\?|\.\.\./, '');
  return {
    kinds: word === 'whole' ? ['number'] : word.split('|') as Kind[],
    isWhole: word === 'whole',
    isClosure: word === 'closure',
    isOptional: written.endsWith('?'),
  };
}
