import type { Expression, Selector } from './syntax';

/** What kind of answer Prometheus gives. */
export type ResultKind = 'scalar' | 'vector' | 'matrix' | 'text' | 'unknown';

const COMPARISONS = ['==', '!=', '>', '<', '>=', '<='];
const SCALAR_CALLS = ['scalar', 'time', 'pi'];

export function resultKind(expression: Expression): ResultKind {
  switch (expression.kind) {
    case 'number':
      return 'scalar';
    case 'selector':
      return expression.isRange ? 'matrix' : 'vector';
    case 'call':
      return SCALAR_CALLS.includes(expression.name) ? 'scalar' : 'vector';
    case 'aggregation':
      return 'vector';
    case 'binary':
      return resultKind(expression.left) === 'scalar' && resultKind(expression.right) === 'scalar' ? 'scalar' : 'vector';
    case 'sign':
      return resultKind(expression.parts[0]);
    case 'subquery':
      return 'matrix';
    case 'text':
      return 'text';
    default:
      return 'unknown';
  }
}

/** Whether there is an answer even when nothing was ever measured. */
export function isNeverEmpty(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'call':
      return expression.name === 'vector' || resultKind(expression) === 'scalar'
        || expression.arguments.length > 0 && expression.arguments.every(isNeverEmpty);
    case 'aggregation':
      return expression.arguments.every(isNeverEmpty);
    case 'binary':
      return expression.operator === 'or'
        ? isNeverEmpty(expression.left) || isNeverEmpty(expression.right)
        : !isFilter(expression) && isNeverEmpty(expression.left) && isNeverEmpty(expression.right);
    case 'sign':
      return expression.parts.every(isNeverEmpty);
    default:
      return false;
  }
}

/** Whether the answer can be NaN when there is no traffic: 0/0, a quantile of nothing, a scalar of nothing. */
export function canBeNaN(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return expression.name === 'histogram_quantile'
        || (expression.name === 'scalar' && !expression.arguments.every(isNeverEmpty))
        || expression.arguments.some(canBeNaN);
    case 'aggregation':
      return expression.arguments.some(canBeNaN);
    case 'binary':
      // `x > 0` answers nothing where it does not hold, and a comparison with NaN never holds.
      if (isFilter(expression) || (expression.operator === 'and' && asksForMore(expression.right))) {
        return false;
      }
      return ['and', 'unless'].includes(expression.operator)
        ? canBeNaN(expression.left)
        : divides(expression) || canBeNaN(expression.left) || canBeNaN(expression.right);
    case 'sign':
    case 'subquery':
      return expression.parts.some(canBeNaN);
    default:
      return false;
  }
}

/** `and sum(rate(requests[5m])) > 0`: what stands before it is answered only while there is traffic. */
function asksForMore(expression: Expression): boolean {
  return expression.kind === 'binary' && expression.operator.startsWith('>') && isFilter(expression);
}

function divides(expression: Expression): boolean {
  return expression.kind === 'binary' && expression.operator === '/' && expression.right.kind !== 'number' && !isPositive(expression.right);
}

function isPositive(expression: Expression): boolean {
  return (expression.kind === 'call' && expression.name === 'clamp_min') || (expression.kind === 'binary' && isFilter(expression));
}

function isFilter(expression: Expression): boolean {
  return expression.kind === 'binary' && COMPARISONS.includes(expression.operator) && !expression.isBool
    && resultKind(expression) === 'vector';
}

/**
 * Whether the answer is a share of something: from 0 to 1, or from 0 to 100. Told only of the part of a count divided by the
 * whole of the same count; undefined for everything else.
 */
export function shareOf(expression: Expression): 'fraction' | 'percent' | undefined {
  if (expression.kind !== 'binary') {
    return undefined;
  }
  const { operator, left, right } = expression;
  const numbers = [left, right].flatMap((side) => side.kind === 'number' ? [side.value] : []);
  const share = shareOf(left) ?? shareOf(right);
  switch (operator) {
    case '/': {
      const part = withoutHundred(left);
      return share !== undefined || !isPartOf(part, right) ? undefined : part === left ? 'fraction' : 'percent';
    }
    case '*':
      return share === 'fraction' && numbers[0] === 100 ? 'percent' : undefined;
    case '-':
      return left.kind === 'number' && left.value === (share === 'percent' ? 100 : 1) ? share : undefined;
    case 'or':
      return shareOf(left);
    default:
      return undefined;
  }
}

/** The rest of `100 * a`, which `100 * a / b` divides. */
function withoutHundred(expression: Expression): Expression {
  if (expression.kind !== 'binary' || expression.operator !== '*') {
    return expression;
  }
  const { left, right } = expression;
  return left.kind === 'number' && left.value === 100 ? right : right.kind === 'number' && right.value === 100 ? left : expression;
}

function isPartOf(part: Expression, whole: Expression): boolean {
  const [parts, wholes] = [selectorsIn(part), selectorsIn(whole)];
  return parts.length === 1 && wholes.length === 1
    && parts[0].metric !== undefined && parts[0].metric === wholes[0].metric
    && wholes[0].matchers.every((needed) => parts[0].matchers.some(
      (has) => has.label === needed.label && has.operator === needed.operator && has.value === needed.value,
    ));
}

/** The selectors below sums and rates only: anything else changes what is counted. */
function selectorsIn(expression: Expression): Selector[] {
  switch (expression.kind) {
    case 'selector':
      return [expression];
    case 'aggregation':
      return expression.name === 'sum' || expression.name === 'count' ? expression.arguments.flatMap(selectorsIn) : [];
    case 'call':
      return ['rate', 'irate', 'increase'].includes(expression.name) ? expression.arguments.flatMap(selectorsIn) : [];
    case 'binary':
      return isFilter(expression) || (expression.operator === 'or' && isNeverEmpty(expression.right))
        ? selectorsIn(expression.left)
        : [];
    default:
      return [];
  }
}
