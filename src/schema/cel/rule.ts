import { Search } from './culprit';
import type { Culprit } from './culprit';
import { Evaluation } from './evaluate';
import { parseRule } from './parse';
import { NotUnderstood } from './syntax';
import type { Expression } from './syntax';
import { FAILED } from './values';
import type { Result } from './values';

/** Each text once; null where it is not understood. */
const read = new Map<string, Expression | null>();

/**
 * Where a value, as rules see it, does not keep one of them, from the value on; undefined where it does, or where that cannot be told:
 * it depends on what is not known yet, or on more of the language than is understood here.
 */
export function brokenAt(text: string, self: Result): Culprit | undefined {
  const rule = expressionOf(text);
  if (rule === null || self === null || typeof self === 'symbol') {
    return undefined;
  }
  const scope = { name: 'self', value: self };
  const result = new Evaluation().evaluate(rule, scope);
  if (result !== false && result !== FAILED) {
    return undefined;
  }
  const found = result === FAILED ? undefined : new Search(new Evaluation()).culprit(rule, true, scope);
  return found ?? { path: [], cure: 'change' };
}

/** Whether a rule is understood at all. */
export function isUnderstood(text: string): boolean {
  return expressionOf(text) !== null;
}

function expressionOf(text: string): Expression | null {
  let expression = read.get(text);
  if (expression === undefined) {
    expression = parsed(text);
    read.set(text, expression);
  }
  return expression;
}

function parsed(text: string): Expression | null {
  try {
    return parseRule(text);
  } catch (error) {
    if (error instanceof NotUnderstood) {
      return null;
    }
    throw error;
  }
}
