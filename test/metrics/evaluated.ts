import { parseExpression } from '../../src/expressions/parse';
import type { Expression } from '../../src/expressions/syntax';

/*
 * What Argo's condition language makes of an answer of any shape, which `src/expressions` does not follow. Only what our own
 * conditions use: anything else is a mistake in the test or in a source. conformance/ holds the same conditions against the
 * controller's own evaluator.
 */
export function isTrue(condition: string, result: unknown): boolean {
  const value = evaluated(parseExpression(condition), result);
  if (typeof value !== 'boolean') throw new TypeError(`neither true nor false: ${condition}`);
  return value;
}

type Element = { readonly value: unknown };

function evaluated(expression: Expression, result: unknown, element?: Element): unknown {
  const within = (inner: Expression) => evaluated(inner, result, element);
  switch (expression.kind) {
    case 'literal': return typeof expression.value === 'bigint' ? Number(expression.value) : expression.value;
    case 'name': return result;
    case 'element': return element!.value;
    case 'list': return expression.items.map(within);
    case 'unary': return expression.operator === 'not' ? !within(expression.operand) : -(within(expression.operand) as number);
    case 'binary': return binary(expression.operator, () => within(expression.left), () => within(expression.right));
    case 'index': return part(within(expression.object), within(expression.key));
    case 'call': return call(expression.name, expression.arguments, result, element);
    default: throw new SyntaxError(`not in a condition of ours: ${expression.kind}`);
  }
}

function binary(operator: string, left: () => unknown, right: () => unknown): boolean {
  switch (operator) {
    case 'and': return Boolean(left()) && Boolean(right());
    case 'or': return Boolean(left()) || Boolean(right());
    case '==': return left() === right();
    case '!=': return left() !== right();
  }
  const [one, other] = [left(), right()];
  if (typeof one !== 'number' || typeof other !== 'number') throw new TypeError(`${String(one)} ${operator} ${String(other)}`);
  switch (operator) {
    case '<': return one < other;
    case '<=': return one <= other;
    case '>': return one > other;
    case '>=': return one >= other;
    default: throw new SyntaxError(`not in a condition of ours: ${operator}`);
  }
}

/** A field that is not there is nil; an element that is not there is an error, and so is a part of nil. */
function part(whole: unknown, key: unknown): unknown {
  if (Array.isArray(whole)) {
    if (whole.at(key as number) === undefined) throw new RangeError('index out of range');
    return whole.at(key as number);
  }
  if (typeof whole !== 'object' || whole === null) throw new TypeError(`no ${String(key)} in ${String(whole)}`);
  return (whole as Record<string, unknown>)[key as string] ?? null;
}

function call(name: string, given: readonly Expression[], result: unknown, element: Element | undefined): unknown {
  const first = evaluated(given[0], result, element);
  const each = (value: unknown) => evaluated((given[1] as Expression & { kind: 'closure' }).body, result, { value }) as boolean;
  switch (name) {
    case 'isNil': return result === null;
    case 'default': return result ?? evaluated(given[1], result, element);
    case 'len': return (first as unknown[]).length;
    case 'any': return (first as unknown[]).some(each);
    case 'all': return (first as unknown[]).every(each);
    case 'isNaN': return Number.isNaN(numberIn(first));
    case 'asFloat': return numberIn(first);
    default: throw new SyntaxError(`not in a condition of ours: ${name}`);
  }
}

function numberIn(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number') throw new TypeError(`no number: ${String(value)}`);
  return number;
}
