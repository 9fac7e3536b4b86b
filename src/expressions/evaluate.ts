import type { Expression } from './syntax';

/** What a condition comes to. An error errors the measurement; unknown is what this evaluator does not follow. */
export type Verdict = boolean | 'error' | 'unknown';

/** Something that cannot be told: the value of an argument, what a closure does. */
const UNKNOWN = Symbol('unknown');

/** Thrown and caught in here only. */
class RunError extends Error {}

export function evaluate(expression: Expression, result: unknown): Verdict {
  try {
    const value = valueOf(expression, result);
    return typeof value === 'boolean' ? value : value === UNKNOWN ? 'unknown' : 'error';
  } catch (error) {
    if (error instanceof RunError) {
      return 'error';
    }
    throw error;
  }
}

function valueOf(expression: Expression, result: unknown): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return expression.name === 'result' ? result : UNKNOWN;
    case 'list':
      return expression.items.map((item) => valueOf(item, result));
    case 'unary':
      return unary(expression.operator, valueOf(expression.operand, result));
    case 'binary':
      return expression.operator === 'and' || expression.operator === 'or'
        ? logical(expression.operator === 'or', expression.left, expression.right, result)
        : binary(expression.operator, valueOf(expression.left, result), valueOf(expression.right, result));
    case 'conditional': {
      const test = valueOf(expression.test, result);
      return test === UNKNOWN ? UNKNOWN : valueOf(test === true ? expression.yes : expression.no, result);
    }
    case 'index':
      return element(valueOf(expression.object, result), valueOf(expression.key, result));
    case 'call':
      return call(expression.name, expression.arguments, result);
    default:
      return UNKNOWN;
  }
}

/** The right side is not looked at when the left one decides. */
function logical(decisive: boolean, left: Expression, right: Expression, result: unknown): unknown {
  const first = valueOf(left, result);
  if (first === decisive) {
    return decisive;
  }
  if (first !== UNKNOWN) {
    return valueOf(right, result);
  }
  return evaluate(right, result) === decisive ? decisive : UNKNOWN;
}

function unary(operator: string, value: unknown): unknown {
  if (operator === 'not') {
    return typeof value === 'boolean' ? !value : UNKNOWN;
  }
  return typeof value === 'number' ? (operator === '-' ? -value : value) : UNKNOWN;
}

function binary(operator: string, left: unknown, right: unknown): unknown {
  if (operator === '??') {
    return left === null ? right : left;
  }
  if (left === UNKNOWN || right === UNKNOWN) {
    return UNKNOWN;
  }
  if (operator === '==' || operator === '!=') {
    const isList = Array.isArray(left) || Array.isArray(right);
    return isList ? UNKNOWN : (left === right) === (operator === '==');
  }
  if (operator === 'in') {
    return Array.isArray(right) && !right.includes(UNKNOWN) ? right.includes(left) : UNKNOWN;
  }
  if (typeof left !== 'number' || typeof right !== 'number') {
    if (left === null || right === null) {
      throw new RunError(operator);
    }
    return UNKNOWN;
  }
  switch (operator) {
    case '<': return left < right;
    case '>': return left > right;
    case '<=': return left <= right;
    case '>=': return left >= right;
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return left / right;
    case '%': return left % right;
    case '**': return left ** right;
    default: return UNKNOWN;
  }
}

function element(object: unknown, key: unknown): unknown {
  if (!Array.isArray(object) || typeof key !== 'number') {
    return UNKNOWN;
  }
  const index = key < 0 ? object.length + key : key;
  if (index < 0 || index >= object.length) {
    throw new RunError('index out of range');
  }
  return object[index];
}

function call(name: string, given: readonly Expression[], result: unknown): unknown {
  // These two look at the whole measurement, whatever they are given.
  if (name === 'isNil') {
    return result === null;
  }
  if (name === 'default') {
    return result === null ? valueOf(given[1] ?? { kind: 'opaque', offset: 0 }, result) : result;
  }
  const [first] = given.length === 0 ? [UNKNOWN] : given.map((argument) => valueOf(argument, result));
  switch (name) {
    case 'len':
    case 'count':
      return given.length === 1 && Array.isArray(first) ? first.length : UNKNOWN;
    case 'isNaN':
      return typeof first === 'number' ? Number.isNaN(first) : UNKNOWN;
    case 'isInf':
      return typeof first === 'number' ? Math.abs(first) === Infinity : UNKNOWN;
    case 'asFloat':
    case 'float':
      return typeof first === 'number' ? first : UNKNOWN;
    case 'first':
    case 'last':
      // Nothing to take gives nil, no error.
      return Array.isArray(first) ? first.at(name === 'first' ? 0 : -1) ?? null : UNKNOWN;
    case 'all':
    case 'none':
      return Array.isArray(first) && first.length === 0 ? true : UNKNOWN;
    case 'any':
    case 'one':
      return Array.isArray(first) && first.length === 0 ? false : UNKNOWN;
    case 'sum':
      return Array.isArray(first) && first.length === 0 ? 0 : UNKNOWN;
    default:
      return UNKNOWN;
  }
}
