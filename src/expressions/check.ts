import { functions } from './functions';
import type { Parameter } from './functions';
import { typeOfBinary, typeOfEither } from './operator-types';
import type { Binary, Expression } from './syntax';
import type { ConditionProblem } from './tokens';
import {
  ANY, BOOL, FUNCTION, LIST, MAP, NIL, NUMBER, TEXT, VALUE, WHOLE, elementOf, fits, fitsWhole, isSame, listOf, nameOf, nameOfKind,
} from './types';
import type { Type } from './types';

type Part<Kind extends Expression['kind']> = Expression & { readonly kind: Kind };

/**
 * What the controller's compiler will object to when `result` is of this type. It compiles a condition against the measurement
 * in hand, so an objection is an errored measurement, every time.
 */
export function checkTypes(expression: Expression, result: Type): ConditionProblem[] {
  const { problems, type } = checkParts(expression, result);
  // What a choice gives is seen when it is made.
  const isAnswer = problems.length > 0 || fits(type, 'bool') || expression.kind === 'conditional';
  return isAnswer ? problems : [{ message: `must be true or false, got ${nameOf(type)}`, offset: expression.offset }];
}

/** What the compiler will object to wherever something is worked out, and what comes of it. */
export function checkParts(expression: Expression, result: Type): { readonly problems: ConditionProblem[]; readonly type: Type } {
  const checker = new Checker(result);
  const type = checker.typeOf(expression);
  return { problems: checker.problems, type };
}

class Checker {
  readonly problems: ConditionProblem[] = [];
  private readonly variables: { readonly name: string; readonly type: Type }[] = [];
  /** What the closures around are for, the innermost last. */
  private readonly closures: { readonly of: string; readonly element: Type }[] = [];

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
        return this.typeOfName(expression);
      case 'element':
        return this.typeOfElement(expression);
      case 'list':
        return this.typeOfList(expression);
      case 'map':
        expression.entries.forEach(({ key, value }) => [key, value].map((part) => this.typeOf(part)));
        return MAP;
      case 'unary':
        return this.typeOfUnary(expression);
      case 'binary':
        return this.typeOfBinary(expression);
      case 'conditional':
        return this.typeOfConditional(expression);
      case 'index':
        return this.typeOfIndex(expression);
      case 'slice':
        return this.typeOfSlice(expression);
      case 'call':
        return this.typeOfCall(expression);
      case 'closure':
        return this.typeOf(expression.body);
      case 'method':
        // Values have no methods but those of times, and of what may be anything.
        return this.typeOf(expression.callee);
      case 'let':
        return this.typeOfLet(expression);
      case 'sequence':
        return expression.items.map((item) => this.typeOf(item)).at(-1)!;
      default:
        return ANY;
    }
  }

  private typeOfName({ name, offset }: Part<'name'>): Type {
    const variable = this.variables.filter((one) => one.name === name).at(-1);
    if (variable !== undefined) {
      return variable.type;
    }
    if (name === 'result') {
      return this.result;
    }
    if (functions.has(name)) {
      return FUNCTION;
    }
    return name === '$env' ? ANY : this.object(`there is no ${name}, the measurement is called result`, offset);
  }

  private typeOfElement({ name, offset }: Part<'element'>): Type {
    const closure = this.closures.at(-1)!;
    if (name === '') {
      return closure.element;
    }
    if (name === 'index' && ['map', 'reduce'].includes(closure.of)) {
      return WHOLE;
    }
    return name === 'acc' && closure.of === 'reduce' ? ANY : this.object(`there is no #${name} in ${closure.of}`, offset);
  }

  private typeOfList({ items }: Part<'list'>): Type {
    const types = items.map((item) => this.typeOf(item));
    const [one = ANY] = types;
    return types.every((type) => type.kind === 'list' ? one.kind === 'list' : isSame(type, one)) ? listOf(types.at(-1) ?? ANY) : LIST;
  }

  private typeOfUnary({ operator, operand, offset }: Part<'unary'>): Type {
    const type = this.typeOf(operand);
    const wanted = operator === 'not' ? BOOL : NUMBER;
    if (!fits(type, wanted.kind)) {
      return this.object(`${operator} wants ${nameOf(wanted)}, got ${nameOf(type)}`, offset);
    }
    return operator === 'not' ? BOOL : fits(type) ? ANY : type;
  }

  private typeOfBinary({ operator, left, right, offset }: Binary): Type {
    if (operator === '%' && left.kind === 'literal' && right.kind === 'literal' && Number(right.value) === 0) {
      return this.object('nothing can be divided by 0', offset);
    }
    const type = typeOfBinary(operator, this.typeOf(left), this.typeOf(right));
    return typeof type === 'string' ? this.object(type, offset) : type;
  }

  private typeOfConditional({ test, yes, no, offset }: Part<'conditional'>): Type {
    const type = this.typeOf(test);
    const [one, other] = [this.typeOf(yes), this.typeOf(no)];
    if (!fits(type, 'bool')) {
      return this.object(`the part before ? must be true or false, got ${nameOf(type)}`, offset);
    }
    return typeOfEither(one, other);
  }

  private typeOfIndex({ object, key, optional, offset }: Part<'index'>): Type {
    if (!isEnvironment(object)) {
      const type = this.typeOf(object);
      const keyType = this.typeOf(key);
      return type.kind === 'struct' ? this.typeOfField(type.fields, key, offset) : this.typeOfPart(type, keyType, offset);
    }
    return key.kind === 'literal' && typeof key.value === 'string' && !optional ? this.typeOfName({ kind: 'name', name: key.value, offset }) : ANY;
  }

  private typeOfPart(object: Type, key: Type, offset: number): Type {
    if (object.kind === 'list') {
      const wanted = fits(key, 'number') ? 'a whole number' : 'a number';
      return fitsWhole(key) ? object.of : this.object(`a list is indexed by ${wanted}, got ${nameOf(key)}`, offset);
    }
    if (object.kind === 'map') {
      return fits(key, 'text') ? VALUE : this.object(`a map is indexed by text, got ${nameOf(key)}`, offset);
    }
    return fits(object) ? ANY : this.object(`${nameOf(object)} has no elements`, offset);
  }

  private typeOfField(fields: Readonly<Record<string, Type>>, key: Expression, offset: number): Type {
    const name = key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
    if (name !== undefined && Object.hasOwn(fields, name)) {
      return fields[name];
    }
    const known = Object.keys(fields);
    const meant = known.find((each) => each.toLowerCase() === name?.toLowerCase());
    return this.object(`a result has no ${name ?? 'such field'}, ${meant === undefined ? `it has ${known.join(', ')}` : `did you mean ${meant}?`}`, offset);
  }

  private typeOfSlice({ object, from, to, offset }: Part<'slice'>): Type {
    const type = this.typeOf(object);
    if (type.kind === 'any') {
      return ANY;
    }
    if (!fits(type, 'list', 'text')) {
      return this.object(`cannot take a part of ${nameOf(type)}`, offset);
    }
    const isWhole = [from, to].every((end) => end === undefined || fitsWhole(this.typeOf(end)));
    return isWhole ? type : this.object('a part goes from one whole number to another', offset);
  }

  private typeOfLet({ name, value, body, offset }: Part<'let'>): Type {
    if (name === 'result' || functions.has(name) || this.variables.some((variable) => variable.name === name)) {
      return this.object(`there is a ${name} already`, offset);
    }
    this.variables.push({ name, type: this.typeOf(value) });
    const type = this.typeOf(body);
    this.variables.pop();
    return type;
  }

  private typeOfCall({ name, arguments: given, offset }: Part<'call'>): Type {
    const known = functions.get(name);
    if (known === undefined) {
      const isValue = ['result', '$env', ...this.variables.map((variable) => variable.name)].includes(name);
      return isValue && fits(this.typeOfName({ kind: 'name', name, offset }), 'function') ? ANY : this.object(`there is no function ${name}`, offset);
    }
    const { parameters, isOpen, gives } = known;
    const least = parameters.filter(({ isOptional }) => !isOptional).length;
    if (given.length < least || (given.length > parameters.length && !isOpen)) {
      const wanted = given.length < least ? least : parameters.length;
      return this.object(`${name} wants ${wanted} argument${wanted === 1 ? '' : 's'}, got ${given.length}`, offset);
    }
    const types: Type[] = [];
    for (const [index, argument] of given.entries()) {
      const parameter = parameters[Math.min(index, parameters.length - 1)];
      types.push(this.typeOfArgument(argument, parameter, name, types[0]));
    }
    if (name === 'get') {
      return isEnvironment(given[0]) ? ANY : this.typeOfPart(types[0], types[1], offset);
    }
    // Argo's looks at the whole measurement, whatever it is given.
    const type = name === 'default' ? this.result : typeof gives === 'function' ? gives(types) : gives;
    return typeof type === 'string' ? this.object(`${name} ${type}`, offset) : type;
  }

  private typeOfArgument(argument: Expression, { kinds, isWhole, isClosure }: Parameter, name: string, list: Type): Type {
    if (isClosure) {
      this.closures.push({ of: name, element: elementOf(list) });
      const type = this.typeOf(argument);
      this.closures.pop();
      const isQuestion = !['map', 'sum', 'groupBy', 'sortBy', 'reduce'].includes(name);
      return type.kind === 'nil' || (isQuestion && !fits(type, 'bool'))
        ? this.object(`${name} asks what is true or false of each, got ${nameOf(type)}`, argument.offset)
        : type;
    }
    const type = this.typeOf(argument);
    if (fits(type, ...kinds) && (!isWhole || fitsWhole(type))) {
      return type;
    }
    const wanted = isWhole ? 'a whole number' : kinds.map(nameOfKind).join(' or ');
    return this.object(`${name} wants ${wanted}, got ${nameOf(type)}`, argument.offset);
  }
}

/** What names stand for. */
function isEnvironment(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === '$env';
}

function typeOfLiteral(value: number | bigint | string | boolean | null): Type {
  switch (typeof value) {
    case 'number':
      return NUMBER;
    case 'bigint':
      return WHOLE;
    case 'string':
      return TEXT;
    case 'boolean':
      return BOOL;
    default:
      return NIL;
  }
}
