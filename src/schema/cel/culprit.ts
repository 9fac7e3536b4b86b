import { pathOf } from './evaluate';
import type { Evaluation, Scope } from './evaluate';
import type { Expression } from './syntax';
import { View } from './values';
import type { Path } from './values';

/** What would have to be otherwise. */
export interface Culprit {
  readonly path: Path;
  readonly cure: Cure;
}

/** What to do about it: write what is absent, take out what is there, change it, or give it another key. */
export type Cure = 'write' | 'take out' | 'change' | 'rename';

type Logic = Extract<Expression, { kind: 'binary' }>;
type Macro = Extract<Expression, { kind: 'macro' }>;

const ORDERING: readonly string[] = ['<', '<=', '>', '>='];

/** Finds out why a rule is not kept: which field it is that nearly everybody would change then. */
export class Search {
  constructor(private readonly evaluation: Evaluation) {}

  /** What keeps an expression from being what is wanted; undefined where that is nothing in particular. */
  culprit(expression: Expression, wanted: boolean, scope: Scope): Culprit | undefined {
    switch (expression.kind) {
      case 'not':
        return this.culprit(expression.operand, !wanted, scope);
      case 'has': {
        const path = this.place(expression.field, scope);
        return path && { path, cure: wanted ? 'write' : 'take out' };
      }
      case 'conditional':
        return this.ofConditional(expression, wanted, scope);
      case 'macro':
        return this.ofMacro(expression, wanted, scope);
      case 'binary':
        if (expression.operator === '&&' || expression.operator === '||') {
          return this.ofLogic(expression, wanted, scope);
        }
        return this.ofComparison(expression, scope);
      default:
        return this.toChange(expression, scope);
    }
  }

  private toChange(expression: Expression, scope: Scope): Culprit | undefined {
    const path = this.place(expression, scope);
    const isKey = expression.kind === 'call' && this.isKey(expression.arguments[0], scope);
    return path && { path, cure: isKey || this.isKey(expression, scope) ? 'rename' : 'change' };
  }

  /** Whether it is the key of a map, as macros go through them. */
  private isKey(expression: Expression | undefined, scope: Scope): boolean {
    return expression?.kind === 'name' && this.evaluation.find(expression.name, scope)?.around?.isList === false;
  }

  private ofConditional({ test, yes, no }: Extract<Expression, { kind: 'conditional' }>, wanted: boolean, scope: Scope): Culprit | undefined {
    const taken = this.evaluation.evaluate(test, scope) === true ? yes : no;
    // where a branch says nothing, the condition does
    return taken.kind === 'literal' ? this.culprit(test, taken !== yes, scope) : this.culprit(taken, wanted, scope);
  }

  private ofLogic(expression: Logic, wanted: boolean, scope: Scope): Culprit | undefined {
    const parts = operandsOf(expression, expression.operator);
    const wrong = parts.filter((part) => this.evaluation.evaluate(part, scope) === !wanted);
    if ((expression.operator === '&&') === wanted) {
      return wrong.length === 0 ? undefined : this.culprit(wrong[0], wanted, scope);
    }
    // any of them would do: the last of several conditions is what the others lead to
    const found = wrong.flatMap((part) => this.culprit(part, wanted, scope) ?? []);
    if (wanted) {
      const isChoice = found.length > 1 && wrong.every(({ kind }) => kind === 'has');
      return isChoice ? undefined : found[found.length - 1];
    }
    const ordered = wrong.find((part) => part.kind === 'binary' && ORDERING.includes(part.operator));
    const compared = ordered === undefined ? undefined : this.culprit(ordered, wanted, scope);
    return compared !== undefined && compared.path.length > 0 ? compared : found[0];
  }

  private ofComparison({ operator, left, right }: Logic, scope: Scope): Culprit | undefined {
    if (operator === 'in' && left.kind === 'literal') {
      const path = this.element(right, left.value, scope);
      return path && { path, cure: 'change' };
    }
    const [first, second] = [this.evaluation.evaluate(left, scope), this.evaluation.evaluate(right, scope)];
    if (typeof first === 'boolean' && typeof second === 'boolean' && left.kind !== 'member') {
      const either = [this.culprit(left, !first, scope), this.culprit(right, !second, scope)];
      return either.find((one) => one?.cure === 'write') ?? either[0];
    }
    return this.toChange(left, scope) ?? this.toChange(right, scope);
  }

  private ofMacro(macro: Macro, wanted: boolean, outer: Scope): Culprit | undefined {
    const { name, body, list } = macro;
    // with too few of them it is the list that would have to be another
    const isElement = (name === 'all' && wanted) || (name === 'exists' && !wanted) || (name === 'exists_one' && wanted);
    const [first, ...further] = isElement ? this.scopesWith(macro, name !== 'all', outer) : [];
    if (first === undefined || name === 'exists_one') {
      return toChange(further.at(-1)) ?? this.toChange(list, outer);
    }
    const [found, element] = [name === 'all' ? this.culprit(body, wanted, first) : undefined, toChange(first)];
    return found !== undefined && found.path.length >= (element?.path.length ?? 0) ? found : element;
  }

  /** The elements of which the body says so. */
  private scopesWith(macro: Macro, said: boolean, outer: Scope): Scope[] {
    return [...this.evaluation.scopes(macro, outer)].filter((scope) => typeof scope !== 'symbol')
      .filter((scope) => this.evaluation.evaluate(macro.body, scope) === said);
  }

  /** Where in the document the value of an expression stands, or what it was made of. */
  private place(expression: Expression, scope: Scope): Path | undefined {
    switch (expression.kind) {
      case 'name':
        return placeOf(this.evaluation.find(expression.name, scope));
      case 'member':
        return this.below(expression.object, expression.name, scope);
      case 'index': {
        const key = this.evaluation.evaluate(expression.key, scope);
        return typeof key === 'string' || typeof key === 'number' ? this.below(expression.object, key, scope) : undefined;
      }
      case 'call':
        return expression.arguments.length === 0 ? undefined : this.place(expression.arguments[0], scope);
      case 'macro':
        return this.lastFound(expression, scope) ?? this.place(expression.list, scope);
      case 'binary':
        return this.place(expression.left, scope) ?? this.place(expression.right, scope);
      default:
        return undefined;
    }
  }

  private below(object: Expression, key: string | number, scope: Scope): Path | undefined {
    const around = this.evaluation.evaluate(object, scope);
    return around instanceof View ? [...around.path, key] : undefined;
  }

  private lastFound(macro: Macro, scope: Scope): Path | undefined {
    return macro.name === 'filter' ? placeOf(this.scopesWith(macro, true, scope).at(-1)) : undefined;
  }

  private element(list: Expression, value: unknown, scope: Scope): Path | undefined {
    const view = this.evaluation.evaluate(list, scope);
    const key = view instanceof View ? view.keys?.find((each) => view.at(each) === value) : undefined;
    return view instanceof View && key !== undefined ? [...view.path, key] : this.place(list, scope);
  }
}

function placeOf(scope: Scope | undefined): Path | undefined {
  return scope && pathOf(scope);
}

function toChange(scope: Scope | undefined): Culprit | undefined {
  const path = placeOf(scope);
  return path && { path, cure: 'change' };
}

function operandsOf(expression: Expression, operator: string): readonly Expression[] {
  return expression.kind === 'binary' && expression.operator === operator
    ? [...operandsOf(expression.left, operator), ...operandsOf(expression.right, operator)] : [expression];
}
