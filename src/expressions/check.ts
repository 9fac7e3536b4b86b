import { functions } from './functions';
import type { Binary, Expression } from './syntax';
import type { ConditionProblem } from './tokens';
import { ANY, BOOL, LIST, NIL, NUMBER, NUMBERS, TEXT, fits, nameOf } from './types';
import type { Type } from './types';

/**
 * What the controller's compiler will object to when `result` is of this type. It compiles a condition against the measurement
 * in hand, so an objection is an errored measurement, every time.
 */
export function checkTypes(expression: Expression, result: Type): ConditionProblem[] {
  const checker = new Checker(result);
  const type = checker.typeOf(expression);
  if (checker.problems.length === 0 && !fits(type, 'bool')) {
    checker.object(`must be true or false, got ${nameOf(type)}`, expression.offset);
  }
  return checker.problems;
}

class Checker {
  readonly problems: ConditionProblem[] = [];

  constructor(private readonly result: Type) {}

  object(message: string, offset: number): Type {
    this.problems.push({ message, offset });
    return ANY;
  }

  typeOf(expression: Expression): Type {
    switch (expression.kind) {
      case 'literal':
        return typeOfLiteral(expression.value);
      case 'name':
        return this.typeOfName(expression.name, expression.offset);
      case 'list': {
        const types = expression.items.map((item) => this.typeOf(item));
        return types.length > 0 && types.every(({ kind }) => kind === 'number') ? NUMBERS : LIST;
      }
      case 'unary':
        return this.typeOfUnary(expression.operator, this.typeOf(expression.operand), expression.offset);
      case 'binary':
        return this.typeOfBinary(expression, this.typeOf(expression.left), this.typeOf(expression.right));
      case 'conditional':
        return this.typeOfConditional(this.typeOf(expression.test), this.typeOf(expression.yes), this.typeOf(expression.no), expression.offset);
      case 'index':
        return this.typeOfIndex(this.typeOf(expression.object), this.typeOf(expression.key), expression.offset);
      case 'slice': {
        const type = this.typeOf(expression.object);
        return fits(type, 'list', 'text') ? type : this.object(`cannot take a part of ${nameOf(type)}`, expression.offset);
      }
      case 'member': {
        const type = this.typeOf(expression.object);
        return fits(type) ? ANY : this.object(`${nameOf(type)} has no .${expression.name}`, expression.offset);
      }
      case 'call':
        return this.typeOfCall(expression.name, expression.arguments, expression.offset);
      default:
        return ANY;
    }
  }

  private typeOfName(name: string, offset: number): Type {
    if (name === 'result') {
      return this.result;
    }
    return name === '$env' ? ANY : this.object(`there is no ${name}, the measurement is called result`, offset);
  }

  private typeOfUnary(operator: string, type: Type, offset: number): Type {
    const wanted = operator === 'not' ? BOOL : NUMBER;
    return fits(type, wanted.kind) ? wanted : this.object(`${operator} wants ${nameOf(wanted)}, got ${nameOf(type)}`, offset);
  }

  private typeOfBinary({ operator, offset }: Binary, left: Type, right: Type): Type {
    const both = (...kinds: Type['kind'][]): boolean => fits(left, ...kinds) && fits(right, ...kinds)
      && (left.kind === right.kind || left.kind === 'any' || right.kind === 'any');
    const got = `got ${nameOf(left)} ${operator} ${nameOf(right)}`;
    switch (operator) {
      case 'and':
      case 'or':
        return both('bool') ? BOOL : this.object(`${operator} joins two conditions, ${got}`, offset);
      case '==':
      case '!=':
        return both('number', 'bool', 'text', 'nil', 'list') || [left.kind, right.kind].includes('nil')
          ? BOOL
          : this.object(`cannot compare ${nameOf(left)} with ${nameOf(right)}`, offset);
      case '<':
      case '>':
      case '<=':
      case '>=':
        return both('number', 'text') ? BOOL : this.object(`cannot compare ${nameOf(left)} with ${nameOf(right)}`, offset);
      case 'in':
        return fits(right, 'list') ? BOOL : this.object(`in wants a list, ${got}`, offset);
      case 'matches':
      case 'contains':
      case 'startsWith':
      case 'endsWith':
        return both('text') ? BOOL : this.object(`${operator} wants two texts, ${got}`, offset);
      case '+':
        return both('number', 'text') ? (left.kind === 'any' ? right : left) : this.object(`cannot add, ${got}`, offset);
      case '-':
      case '*':
      case '/':
      case '%':
      case '**':
        return both('number') ? NUMBER : this.object(`${operator} wants two numbers, ${got}`, offset);
      case '..':
        return both('number') ? NUMBERS : this.object(`.. wants two numbers, ${got}`, offset);
      default:
        return ANY;
    }
  }

  private typeOfConditional(test: Type, yes: Type, no: Type, offset: number): Type {
    if (!fits(test, 'bool')) {
      return this.object(`the part before ? must be true or false, got ${nameOf(test)}`, offset);
    }
    return yes.kind === no.kind ? yes : ANY;
  }

  private typeOfIndex(object: Type, key: Type, offset: number): Type {
    if (object.kind === 'list') {
      return fits(key, 'number') ? object.of : this.object(`a list is indexed by a number, got ${nameOf(key)}`, offset);
    }
    return fits(object) || object.kind === 'text' ? ANY : this.object(`${nameOf(object)} has no elements`, offset);
  }

  private typeOfCall(name: string, given: readonly Expression[], offset: number): Type {
    const known = functions.get(name);
    if (known === undefined) {
      return this.object(`there is no function ${name}`, offset);
    }
    if (given.length < known.least) {
      return this.object(`${name} wants ${known.least} argument${known.least === 1 ? '' : 's'}, got ${given.length}`, offset);
    }
    const [first = ANY] = given.map((argument) => this.typeOf(argument));
    if (!fits(first, ...known.takes)) {
      const wanted = known.takes.map((kind) => nameOf(kind === 'list' ? LIST : { kind })).join(' or ');
      return this.object(`${name} wants ${wanted}, got ${nameOf(first)}`, offset);
    }
    if ((name === 'first' || name === 'last') && first.kind === 'list') {
      return first.of;
    }
    // Argo's `default` looks at the whole measurement, whatever it is given.
    return name === 'default' ? this.result : known.gives;
  }
}

function typeOfLiteral(value: number | string | boolean | null): Type {
  switch (typeof value) {
    case 'number':
      return NUMBER;
    case 'string':
      return TEXT;
    case 'boolean':
      return BOOL;
    default:
      return NIL;
  }
}
