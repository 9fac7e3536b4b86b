import { nanosecondsOf } from './duration';
import { patternOf } from './patterns';
import { FAILED, UNKNOWN, View } from './values';
import type { Result, Value } from './values';

type Call = (of: Value, given?: Value) => Result;

const ofTexts = (call: (text: string, given: string) => Result): Call => (of, given) =>
  typeof of === 'string' && typeof given === 'string' ? call(of, given) : UNKNOWN;

/** By name; all other functions are not understood. */
export const functions: Readonly<Record<string, Call>> = {
  contains: ofTexts((text, part) => text.includes(part)),
  startsWith: ofTexts((text, part) => text.startsWith(part)),
  endsWith: ofTexts((text, part) => text.endsWith(part)),
  matches: ofTexts((text, pattern) => patternOf(pattern)?.test(text) ?? UNKNOWN),
  duration: (of, given) => typeof of === 'string' && given === undefined ? nanosecondsOf(of) ?? FAILED : UNKNOWN,
  size: (of, given) => given === undefined ? sizeOf(of) : UNKNOWN,
};

function sizeOf(value: Value): Result {
  if (typeof value === 'string') {
    return [...value].length;
  }
  if (value instanceof View) {
    return value.size ?? UNKNOWN;
  }
  return Array.isArray(value) ? value.length : UNKNOWN;
}

/** Of values of several types none is like another. What a list or a map is like is not understood. */
export function equal(left: Value, right: Value): Result {
  const isPlain = (typeof left !== 'object' || left === null) && (typeof right !== 'object' || right === null);
  return isPlain ? left === right : UNKNOWN;
}

/** Below 0 where the left one comes first. */
export function order(left: Value, right: Value): number | typeof UNKNOWN {
  const isComparable = (typeof left === 'number' && typeof right === 'number') || (typeof left === 'bigint' && typeof right === 'bigint');
  return isComparable ? (left < right ? -1 : left > right ? 1 : 0) : UNKNOWN;
}

/** Whole numbers may overflow where ours lose digits. */
export function calculate(operator: '+' | '-' | '*', left: Value, right: Value): Result {
  if (typeof left === 'string' && typeof right === 'string' && operator === '+') {
    return left + right;
  }
  if (typeof left !== 'number' || typeof right !== 'number') {
    return UNKNOWN;
  }
  const result = operator === '+' ? left + right : operator === '-' ? left - right : left * right;
  return Math.abs(result) <= Number.MAX_SAFE_INTEGER ? result : UNKNOWN;
}
