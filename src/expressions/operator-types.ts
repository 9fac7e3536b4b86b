import { ANY, BOOL, LIST, NUMBER, TEXT, WHOLE, fits, fitsWhole, isAssignable, isComparable, isSame, listOf, nameOf } from './types';
import type { Kind, Type } from './types';

/** The type of what an operator gives, or why it does not take such operands. */
export function typeOfBinary(operator: string, left: Type, right: Type): Type | string {
  const both = (...kinds: readonly Kind[]): boolean => fits(left, ...kinds) && fits(right, ...kinds)
    && (left.kind === right.kind || left.kind === 'any' || right.kind === 'any');
  const got = `got ${nameOf(left)} ${operator} ${nameOf(right)}`;
  switch (operator) {
    case 'and':
    case 'or':
      return both('bool') ? BOOL : `${operator} joins two conditions, ${got}`;
    case '==':
    case '!=':
      return isComparable(left, right) ? BOOL : `cannot compare ${nameOf(left)} with ${nameOf(right)}`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return both('number', 'text') ? BOOL : `cannot compare ${nameOf(left)} with ${nameOf(right)}`;
    case 'in':
      return isFound(left, right) ? BOOL : `in wants a list, ${got}`;
    case 'matches':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return both('text') ? BOOL : `${operator} wants two texts, ${got}`;
    case '+':
      return both('number', 'text') ? sumOf(left, right) : `cannot add, ${got}`;
    case '-':
    case '*':
      return both('number') ? sumOf(left, right) : `${operator} wants two numbers, ${got}`;
    case '/':
    case '**':
      return both('number') ? NUMBER : `${operator} wants two numbers, ${got}`;
    case '%':
      return fitsWhole(left) && fitsWhole(right) ? WHOLE : `% wants two whole numbers, ${got}`;
    case '..':
      return fitsWhole(left) && fitsWhole(right) ? listOf(WHOLE) : `.. wants two whole numbers, ${got}`;
    default:
      return otherwise(left, right);
  }
}

function sumOf(left: Type, right: Type): Type {
  if (left.kind === 'any' || right.kind === 'any') {
    return ANY;
  }
  return left.kind === 'text' ? TEXT : fitsWhole(left) && fitsWhole(right) ? WHOLE : NUMBER;
}

/** Whether `in` takes them. */
function isFound(left: Type, right: Type): boolean {
  switch (right.kind) {
    case 'list':
      return isComparable(left, right.of);
    case 'map':
    case 'struct':
      return fits(left, 'text');
    case 'text':
      return left.kind === 'any';
    default:
      return right.kind === 'any';
  }
}

/** What `??` gives. */
function otherwise(left: Type, right: Type): Type {
  if (left.kind === 'nil') {
    return right;
  }
  return right.kind === 'nil' || isAssignable(right, left) ? left : ANY;
}

/** The type of what is one of them. */
export function typeOfEither(one: Type, other: Type): Type {
  if (one.kind === 'nil') {
    return other;
  }
  if (other.kind !== 'nil' && !isAssignable(one, other)) {
    return ANY;
  }
  return one.kind === 'list' && other.kind === 'list' && !isSame(one.of, other.of) ? LIST : one;
}
