import { call } from './calls';
import type { Scope } from './scope';
import { walk } from './syntax';
import type { Expression } from './syntax';
import { isNumber, operate, RunError, together, truth, UNKNOWN } from './values';

/** What a condition comes to. An error errors the measurement; unknown is what this evaluator does not follow. */
export type Verdict = boolean | 'error' | 'unknown';

/** Of a condition that compiles, and of a number, a list of numbers or nil: what a web service answers is not followed. */
export function evaluate(expression: Expression, result: unknown): Verdict {
  if (result !== null && ![result].flat().every((each) => typeof each === 'number')) {
    return 'unknown';
  }
  try {
    const value = valueOf(expression, { result, variables: new Map() });
    return typeof value === 'boolean' ? value : value === UNKNOWN ? 'unknown' : 'error';
  } catch (error) {
    if (error instanceof RunError) {
      return 'error';
    }
    throw error;
  }
}

function valueOf(expression: Expression, scope: Scope): unknown {
  const within = (part: Expression): unknown => valueOf(part, scope);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'name':
      return expression.name === 'result' ? scope.result : scope.variables.has(expression.name) ? scope.variables.get(expression.name) : UNKNOWN;
    case 'element':
      return expression.name === '' ? scope.element : expression.name === 'index' ? scope.index : scope.sum;
    case 'list':
      return together(expression.items.map(within));
    case 'unary':
      return unary(expression.operator, within(expression.operand));
    case 'binary':
      return binary(expression.operator, expression.left, expression.right, scope);
    case 'conditional': {
      const test = within(expression.test);
      return test === UNKNOWN ? UNKNOWN : within(truth(test) ? expression.yes : expression.no);
    }
    case 'index': {
      const object = within(expression.object);
      return expression.optional && object === null ? UNKNOWN : element(object, within(expression.key));
    }
    case 'slice':
      return slice(within(expression.object), expression.from && within(expression.from), expression.to && within(expression.to));
    case 'call':
      return call(expression, scope, valueOf);
    case 'closure':
      return within(expression.body);
    case 'let': {
      const value = within(expression.value);
      return value === UNKNOWN ? UNKNOWN : valueOf(expression.body, { ...scope, variables: new Map(scope.variables).set(expression.name, value) });
    }
    case 'sequence': {
      const values = together(expression.items.map(within));
      return values === UNKNOWN ? UNKNOWN : values.at(-1);
    }
    default:
      return UNKNOWN;
  }
}

function unary(operator: string, value: unknown): unknown {
  if (value === UNKNOWN) {
    return UNKNOWN;
  }
  if (operator === 'not') {
    return !truth(value);
  }
  if (operator === '-' && !isNumber(value)) {
    throw new RunError(operator);
  }
  return operator === '-' ? -(value as number) : value;
}

function binary(operator: string, left: Expression, right: Expression, scope: Scope): unknown {
  if (operator === 'and' || operator === 'or') {
    return logical(operator === 'or', left, right, scope);
  }
  if (operator === '??') {
    const value = valueOf(left, scope);
    return value === null ? valueOf(right, scope) : value;
  }
  const [one, other] = [valueOf(left, scope), valueOf(right, scope)];
  if (['==', '!='].includes(operator) && [left, right].some(({ kind }) => kind === 'conditional')) {
    // It may be of another type than the compiler counts on.
    return UNKNOWN;
  }
  if (operator === 'in' && isTexts(right) && one !== null && one !== UNKNOWN && typeof one !== 'string') {
    throw new RunError(operator);
  }
  return operate(operator, one, other);
}

function logical(decisive: boolean, left: Expression, right: Expression, scope: Scope): unknown {
  // What is fixed the compiler works out, and may then leave the other side out, errors and all.
  if (right.kind === 'literal') {
    return right.value === decisive ? decisive : valueOf(left, scope);
  }
  const first = isFixed(right) ? attempted(left, scope) : valueOf(left, scope);
  if (first === UNKNOWN) {
    return UNKNOWN;
  }
  return truth(first) === decisive ? decisive : valueOf(right, scope);
}

function isFixed(expression: Expression): boolean {
  return [...walk(expression)].every(({ kind }) => ['literal', 'list', 'unary', 'binary', 'conditional'].includes(kind));
}

function attempted(expression: Expression, scope: Scope): unknown {
  try {
    return valueOf(expression, scope);
  } catch (error) {
    if (error instanceof RunError) {
      return UNKNOWN;
    }
    throw error;
  }
}

/** A list of fixed texts is a map of texts to the compiler, and nothing else can be asked of a map. */
function isTexts(expression: Expression): boolean {
  return expression.kind === 'list' && expression.items.length > 0
    && expression.items.every((item) => item.kind === 'literal' && typeof item.value === 'string');
}

function element(object: unknown, key: unknown): unknown {
  if (object === UNKNOWN || key === UNKNOWN || typeof object === 'string') {
    return UNKNOWN;
  }
  if (!Array.isArray(object) || !isNumber(key)) {
    throw new RunError('no elements');
  }
  const value: unknown = object.at(Math.trunc(Number(key)));
  if (value === undefined) {
    throw new RunError('index out of range');
  }
  return value;
}

function slice(object: unknown, from: unknown = 0n, to: unknown = undefined): unknown {
  if (!Array.isArray(object) || typeof from !== 'bigint' || (to !== undefined && typeof to !== 'bigint')) {
    return UNKNOWN;
  }
  return object.slice(Number(from), to === undefined ? undefined : Number(to));
}
