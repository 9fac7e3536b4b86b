import { calculate, equal, functions, order } from './functions';
import type { Expression, Operator } from './syntax';
import { FAILED, UNKNOWN, View } from './values';
import type { Path, Result, Value } from './values';

/** What a name stands for. */
export interface Scope {
  readonly name: string;
  readonly value: Value;
  /** What it stands in, and where, if it stands in the document; of a map it is the key itself. */
  readonly around?: View;
  readonly key?: string | number;
  readonly outer?: Scope;
}

/** Where it stands in the document. */
export function pathOf({ value, around, key }: Scope): Path | undefined {
  return value instanceof View ? value.path : around === undefined || key === undefined ? undefined : [...around.path, key];
}

type Macro = Extract<Expression, { kind: 'macro' }>;
type Part<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** More is not worked out: lists within lists are gone through as often as there are pairs of elements. */
const MOST_STEPS = 1_000_000;

/** Works out what an expression says of a value, as the API server does. Never throws. */
export class Evaluation {
  private steps = 0;

  evaluate(expression: Expression, scope: Scope): Result {
    if (++this.steps > MOST_STEPS) {
      return UNKNOWN;
    }
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'name':
        return valueIn(this.find(expression.name, scope));
      case 'list':
        return this.list(expression, scope);
      case 'member':
        return this.below(this.evaluate(expression.object, scope), expression.name);
      case 'index':
        return this.index(expression, scope);
      case 'has':
        return this.has(expression, scope);
      case 'call':
        return this.call(expression, scope);
      case 'macro':
        return this.macro(expression, scope);
      case 'not': {
        const operand = this.evaluate(expression.operand, scope);
        return typeof operand === 'boolean' ? !operand : unfit(operand);
      }
      case 'binary':
        return this.binary(expression, scope);
      default: {
        const test = this.evaluate(expression.test, scope);
        return typeof test === 'boolean' ? this.evaluate(test ? expression.yes : expression.no, scope) : unfit(test);
      }
    }
  }

  find(name: string, scope: Scope): Scope | undefined {
    let here: Scope | undefined = scope;
    while (here !== undefined && here.name !== name) {
      here = here.outer;
    }
    return here;
  }

  /** What the variable of a macro stands for, one after the other. */
  *scopes({ list, variable }: Macro, outer: Scope): Iterable<Scope | typeof UNKNOWN | typeof FAILED> {
    const over = this.evaluate(list, outer);
    if (over instanceof View) {
      const { keys } = over;
      for (const key of keys ?? []) {
        const value = over.isList ? over.at(key) : key;
        yield typeof value === 'symbol' ? value : { name: variable, value, around: over, key, outer };
      }
      if (keys === undefined) {
        yield UNKNOWN;
      }
    } else if (Array.isArray(over)) {
      for (const value of over as readonly Value[]) {
        yield { name: variable, value, outer };
      }
    } else {
      yield unfit(over);
    }
  }

  private list({ items }: Part<'list'>, scope: Scope): Result {
    const values: Value[] = [];
    for (const item of items) {
      const value = this.evaluate(item, scope);
      if (typeof value === 'symbol') {
        return value;
      }
      values.push(value);
    }
    return values;
  }

  private index({ object, key }: Part<'index'>, scope: Scope): Result {
    const at = this.evaluate(key, scope);
    return typeof at === 'string' || typeof at === 'number' ? this.below(this.evaluate(object, scope), at) : unfit(at);
  }

  private below(object: Result, key: string | number): Result {
    if (object instanceof View) {
      return object.isList === (typeof key === 'number') ? object.at(key) : UNKNOWN;
    }
    return Array.isArray(object) && typeof key === 'number' ? (object as readonly Value[])[key] ?? FAILED : unfit(object);
  }

  private has({ field }: Part<'has'>, scope: Scope): Result {
    const object = this.evaluate(field.object, scope);
    if (!(object instanceof View)) {
      return unfit(object);
    }
    const value = this.below(object, field.name);
    return value === UNKNOWN ? UNKNOWN : value !== FAILED;
  }

  private call({ name, arguments: given }: Part<'call'>, scope: Scope): Result {
    // a pattern out of a document could take forever
    if (!Object.hasOwn(functions, name) || given.length < 1 || given.length > 2 || (name === 'matches' && given[1]?.kind !== 'literal')) {
      return UNKNOWN;
    }
    const of = this.evaluate(given[0], scope);
    const further = given.length > 1 ? this.evaluate(given[1], scope) : undefined;
    return typeof of === 'symbol' || typeof further === 'symbol' ? worst(of, further ?? null) : functions[name](of, further);
  }

  private macro(macro: Macro, outer: Scope): Result {
    const { name, body } = macro;
    const isAll = name === 'all';
    const found: Value[] = [];
    let doubt: typeof UNKNOWN | typeof FAILED | undefined;
    for (const scope of this.scopes(macro, outer)) {
      const value = typeof scope === 'symbol' ? scope : this.evaluate(body, scope);
      if (name === 'map' ? typeof value === 'symbol' : typeof value !== 'boolean') {
        doubt = doubt === UNKNOWN ? doubt : unfit(value);
      } else if ((isAll || name === 'exists') && value !== isAll) {
        // one is enough, whatever the others are
        return !isAll;
      } else if (name === 'map' || value === true) {
        found.push(name === 'map' ? value as Value : (scope as Scope).value);
      }
    }
    return doubt ?? (isAll ? true : name === 'exists' ? false : name === 'exists_one' ? found.length === 1 : found);
  }

  private binary({ operator, left, right }: Part<'binary'>, scope: Scope): Result {
    const first = this.evaluate(left, scope);
    if (operator === '&&' || operator === '||') {
      const decisive = operator === '||';
      if (first === decisive) {
        return decisive;
      }
      const second = this.evaluate(right, scope);
      // one side is enough, even where the other one fails
      const isKnown = typeof first === 'boolean' && typeof second === 'boolean';
      return second === decisive || isKnown ? second : worst(booleanOf(first), booleanOf(second));
    }
    const second = this.evaluate(right, scope);
    return typeof first === 'symbol' || typeof second === 'symbol' ? worst(first, second) : compute(operator, first, second);
  }
}

function compute(operator: Exclude<Operator, '&&' | '||'>, left: Value, right: Value): Result {
  switch (operator) {
    case '==':
    case '!=': {
      const isEqual = equal(left, right);
      return typeof isEqual === 'boolean' ? isEqual === (operator === '==') : isEqual;
    }
    case 'in':
      return contains(right, left);
    case '+':
    case '-':
    case '*':
      return calculate(operator, left, right);
    default: {
      const sign = order(left, right);
      return sign === UNKNOWN ? UNKNOWN : sign === 0 ? operator.endsWith('=') : (sign < 0) === operator.startsWith('<');
    }
  }
}

function contains(list: Value, value: Value): Result {
  if (list instanceof View && !list.isList) {
    const there = typeof value === 'string' ? list.at(value) : UNKNOWN;
    return there === UNKNOWN ? UNKNOWN : there !== FAILED;
  }
  const items = list instanceof View ? list.value as readonly unknown[] : Array.isArray(list) ? list as readonly Value[] : undefined;
  let answer: Result = items === undefined ? UNKNOWN : false;
  for (let index = 0; index < (items?.length ?? 0) && answer !== true; index++) {
    const item = list instanceof View ? list.at(index) : items?.[index] as Value;
    const isEqual = typeof item === 'symbol' ? UNKNOWN : equal(item, value);
    answer = isEqual === false ? answer : isEqual;
  }
  return answer;
}

function valueIn(scope: Scope | undefined): Result {
  return scope === undefined ? UNKNOWN : scope.value;
}

function booleanOf(result: Result): Result {
  return typeof result === 'boolean' ? result : unfit(result);
}

/** Of what is not of the wanted type: the wrong ones are refused elsewhere. */
function unfit(result: Result): typeof UNKNOWN | typeof FAILED {
  return result === FAILED ? FAILED : UNKNOWN;
}

function worst(left: Result, right: Result): typeof UNKNOWN | typeof FAILED {
  return left === UNKNOWN || right === UNKNOWN ? UNKNOWN : FAILED;
}
