/** Something that cannot be told, be it a value or an error: what an argument is, what a function gives that is not followed. */
export const UNKNOWN: unique symbol = Symbol('unknown');

const LONGEST_RANGE = 1000;

/** What ends a measurement with an error. Thrown and caught in this folder only. */
export class RunError extends Error {}

/** Whole numbers are bigints, and no number is whole that is none, as in the controller's own types. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Values that are all there; one that cannot be told may be an error. */
export function together(values: readonly unknown[]): readonly unknown[] | typeof UNKNOWN {
  return values.includes(UNKNOWN) ? UNKNOWN : values;
}

export function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw new RunError('neither true nor false');
  }
  return value;
}

/** What an operator gives that looks at both sides. */
export function operate(operator: string, left: unknown, right: unknown): unknown {
  if (left === UNKNOWN || right === UNKNOWN) {
    return UNKNOWN;
  }
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=': {
      const isEqual = equal(left, right);
      return isEqual === UNKNOWN ? UNKNOWN : !isEqual;
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operator, left, right);
    case 'in':
      return isIn(left, right);
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return search(operator, left, right);
    case 'matches':
      // Their regular expressions are not ours.
      return UNKNOWN;
    case '..':
      return range(left, right);
    case '+':
      return typeof left === 'string' && typeof right === 'string' ? left + right : reckon(operator, left, right);
    default:
      return reckon(operator, left, right);
  }
}

function equal(left: unknown, right: unknown): unknown {
  if (isNumber(left) && isNumber(right)) {
    return typeof left === typeof right ? left === right : Number(left) === Number(right);
  }
  // Lists are not looked into; no measurement is a list that is nil.
  return typeof left === 'object' && typeof right === 'object' && left !== null && right !== null ? UNKNOWN : left === right;
}

function compare(operator: string, left: unknown, right: unknown): boolean {
  const areTexts = typeof left === 'string' && typeof right === 'string';
  if (!areTexts && !(isNumber(left) && isNumber(right))) {
    throw new RunError(operator);
  }
  switch (operator) {
    case '<': return left < right;
    case '>': return left > right;
    case '<=': return left <= right;
    default: return left >= right;
  }
}

function isIn(left: unknown, right: unknown): unknown {
  if (right === null) {
    return false;
  }
  if (!Array.isArray(right)) {
    if (typeof right === 'object') {
      return UNKNOWN;
    }
    throw new RunError('in');
  }
  const answers = together(right.map((item) => equal(item, left)));
  return answers === UNKNOWN ? UNKNOWN : answers.includes(true);
}

function search(operator: string, left: unknown, right: unknown): boolean {
  if (left === null || right === null) {
    return false;
  }
  if (typeof left !== 'string' || typeof right !== 'string') {
    throw new RunError(operator);
  }
  return operator === 'contains' ? left.includes(right) : operator === 'startsWith' ? left.startsWith(right) : left.endsWith(right);
}

function reckon(operator: string, left: unknown, right: unknown): unknown {
  if (!isNumber(left) || !isNumber(right)) {
    throw new RunError(operator);
  }
  const areWhole = typeof left === 'bigint' && typeof right === 'bigint';
  switch (operator) {
    case '+': return areWhole ? BigInt.asIntN(64, left + right) : Number(left) + Number(right);
    case '-': return areWhole ? BigInt.asIntN(64, left - right) : Number(left) - Number(right);
    case '*': return areWhole ? BigInt.asIntN(64, left * right) : Number(left) * Number(right);
    case '/': return Number(left) / Number(right);
    case '**': return power(Number(left), Number(right));
    case '%':
      if (!areWhole || right === 0n) {
        throw new RunError(operator);
      }
      return left % right;
    default: return UNKNOWN;
  }
}

/** Only where every way to reckon comes to the same. */
function power(base: number, exponent: number): unknown {
  const result = base ** exponent;
  return Number.isSafeInteger(base) && Number.isSafeInteger(result) && exponent >= 0 ? result : UNKNOWN;
}

function range(from: unknown, to: unknown): unknown {
  const size = typeof from === 'bigint' && typeof to === 'bigint' ? Number(to - from) + 1 : Infinity;
  return size > LONGEST_RANGE ? UNKNOWN : Array.from({ length: Math.max(0, size) }, (_, index) => (from as bigint) + BigInt(index));
}
