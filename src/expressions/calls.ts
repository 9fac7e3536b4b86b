import type { Scope } from './scope';
import type { Expression } from './syntax';
import { isNumber, operate, RunError, together, truth, UNKNOWN } from './values';

type Evaluate = (expression: Expression, scope: Scope) => unknown;

/** What a function gives; not all of them are followed. */
export function call(expression: Expression & { readonly kind: 'call' }, scope: Scope, evaluate: Evaluate): unknown {
  const { name, arguments: given } = expression;
  const closure = given.find(({ kind }) => kind === 'closure');
  // What comes after a closure is worked out where it would look at the elements too.
  const scopes = closure === undefined ? [] : [scope, { ...scope, element: UNKNOWN }];
  const values = together(given.filter((argument) => argument !== closure).map((argument, index) => evaluate(argument, scopes[index] ?? scope)));
  if (values === UNKNOWN) {
    return UNKNOWN;
  }
  const [first, ...rest] = values;
  switch (name) {
    // These two look at the whole measurement, whatever they are given.
    case 'isNil':
      return scope.result === null;
    case 'default':
      return scope.result ?? rest[0];
    case 'max':
    case 'min':
      return extreme(name, values);
    case 'concat':
      // Nothing at all would be a list that is nil.
      return values.every((value) => Array.isArray(value) && value.length > 0) ? values.flat() : UNKNOWN;
  }
  if (closure === undefined) {
    return Array.isArray(first) ? ofList(name, first, rest) : ofValue(name, first);
  }
  if (!Array.isArray(first)) {
    return notAList(first);
  }
  const each: Each = (element, more) => evaluate(closure, { ...scope, element, ...more });
  return name === 'reduce' ? reduce(first, rest, each) : ofEach(name, first, each, first === scope.result);
}

function notAList(value: unknown): unknown {
  // An empty text or map passes.
  if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
    return UNKNOWN;
  }
  throw new RunError('not a list');
}

function ofValue(name: string, value: unknown): unknown {
  switch (name) {
    case 'isNaN':
      return typeof value === 'number' ? Number.isNaN(value) : UNKNOWN;
    case 'isInf':
      return typeof value === 'number' ? Math.abs(value) === Infinity : UNKNOWN;
    case 'asFloat':
    case 'float':
      return isNumber(value) ? Number(value) : UNKNOWN;
    case 'asInt':
    case 'int':
      return wholeOf(value);
    case 'abs':
      return isNumber(value) ? value < 0 ? -value : value : UNKNOWN;
    case 'ceil':
      return isNumber(value) ? Math.ceil(Number(value)) : UNKNOWN;
    case 'floor':
      return isNumber(value) ? Math.floor(Number(value)) : UNKNOWN;
    case 'len':
      return typeof value === 'string' ? BigInt([...value].length) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function wholeOf(value: unknown): unknown {
  const whole = typeof value === 'number' ? Math.trunc(value) : NaN;
  return typeof value === 'bigint' ? value : Number.isSafeInteger(whole) ? BigInt(whole) : UNKNOWN;
}

function ofList(name: string, list: readonly unknown[], rest: readonly unknown[]): unknown {
  const [second] = rest;
  switch (name) {
    case 'len':
      return BigInt(list.length);
    case 'first':
    case 'last':
      // Nothing to take gives nil, no error.
      return list.at(name === 'first' ? 0 : -1) ?? null;
    case 'get':
      return typeof second === 'bigint' ? list.at(Number(second)) ?? UNKNOWN : UNKNOWN;
    case 'take':
      return typeof second === 'bigint' && second >= 0 ? list.slice(0, Number(second)) : UNKNOWN;
    case 'sum':
      return list.reduce((sum, each) => operate('+', each, sum), 0n);
    case 'mean':
      return rest.length === 0 ? mean(list) : UNKNOWN;
    case 'count':
      return ofEach(name, list, (element) => element, true);
    case 'reverse':
      return [...list].reverse();
    default:
      return UNKNOWN;
  }
}

function mean(list: readonly unknown[]): unknown {
  return list.length > 0 && list.every(isNumber) ? list.reduce((sum: number, each) => sum + Number(each), 0) / list.length : UNKNOWN;
}

function extreme(name: string, values: readonly unknown[]): unknown {
  const numbers = values.flat();
  // Of both kinds, it may be another than the compiler counts on.
  if (!numbers.every(isNumber) || numbers.some((each) => typeof each !== typeof numbers[0])) {
    return UNKNOWN;
  }
  const [first = null, ...rest] = numbers;
  return rest.reduce((found, each) => (name === 'max' ? found! < each : found! > each) ? each : found, first);
}

/** Calls a closure with an element and what is beside it. */
type Each = (element: unknown, more?: Pick<Scope, 'index' | 'sum'>) => unknown;

function ofEach(name: string, list: readonly unknown[], each: Each, isMeasured: boolean): unknown {
  switch (name) {
    case 'all':
    case 'any':
    case 'none': {
      const found = search(list, each, name !== 'all');
      return found === UNKNOWN ? UNKNOWN : (found === undefined) === (name !== 'any');
    }
    case 'find': {
      const found = search(list, each, true);
      // Elsewhere it may be nil where the compiler counts on a whole number or a text.
      return found === undefined ? isMeasured ? null : UNKNOWN : found;
    }
    case 'map':
      return together(list.map((element, index) => each(element, { index: BigInt(index) })));
    case 'sum':
      return list.reduce((sum, element) => operate('+', each(element), sum), 0n);
    case 'one':
    case 'count':
    case 'filter': {
      const answers = together(list.map((element) => asked(each(element))));
      const found = list.filter((_, index) => answers !== UNKNOWN && answers[index] === true);
      return answers === UNKNOWN ? UNKNOWN : name === 'filter' ? found : name === 'one' ? found.length === 1 : BigInt(found.length);
    }
    default:
      return UNKNOWN;
  }
}

/** The first element with that answer; those after it are not asked. Undefined when there is none. */
function search(list: readonly unknown[], each: Each, wanted: boolean): unknown {
  for (const element of list) {
    const answer = asked(each(element));
    if (answer === UNKNOWN || answer === wanted) {
      return answer === UNKNOWN ? UNKNOWN : element;
    }
  }
  return undefined;
}

function asked(answer: unknown): boolean | typeof UNKNOWN {
  return answer === UNKNOWN ? UNKNOWN : truth(answer);
}

function reduce(list: readonly unknown[], given: readonly unknown[], each: Each): unknown {
  const all = [...given, ...list];
  if (all.length === 0) {
    throw new RunError('nothing to begin with');
  }
  return all.slice(1).reduce((sum, element, position) => {
    return sum === UNKNOWN ? UNKNOWN : each(element, { sum, index: BigInt(position + 1 - given.length) });
  }, all[0]);
}
