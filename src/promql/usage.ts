import { partsOf, walk } from './syntax';
import type { Expression } from './syntax';

/** Names of what only ever grows, as Prometheus asks them to be. */
const COUNTER = /_(total|count|sum|bucket)$/;
/** What looks at whether there is something, and not at how much. */
const PRESENCE = ['absent', 'count', 'group', 'timestamp', 'count_values'];

/** Counters that stand without a range, where how much is asked. */
export function bareCounters(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'selector':
      return !expression.isRange && COUNTER.test(expression.metric ?? '') ? [expression.metric ?? ''] : [];
    case 'call':
    case 'aggregation':
      return PRESENCE.includes(expression.name) ? [] : expression.arguments.flatMap(bareCounters);
    case 'binary': {
      const sides = [expression.left, expression.right].map(bareCounters);
      // the count of now less that of some time ago
      return expression.operator === '-' && sides[0].some((name) => sides[1].includes(name)) ? [] : sides.flat();
    }
    // a range over what was made of it
    case 'subquery':
      return [];
    default:
      return partsOf(expression).flatMap(bareCounters);
  }
}

/** A rate that is divided by, and taken for at least so much. */
export interface ClampedDivisor {
  readonly least: number;
}

export function clampedDivisors(expression: Expression): readonly ClampedDivisor[] {
  if (expression.kind !== 'binary' || expression.operator !== '/' || expression.right.kind !== 'call' || expression.right.name !== 'clamp_min') {
    return [];
  }
  const [divisor, least] = expression.right.arguments;
  const isRate = divisor !== undefined && [...walk(divisor)].some((each) => each.kind === 'call' && ['rate', 'irate'].includes(each.name));
  return isRate && least?.kind === 'number' ? [{ least: least.value }] : [];
}

/** Whether it is something over itself, or so many times it, which is one number whatever happens. */
export function isOverItself(expression: Expression): boolean {
  if (expression.kind !== 'binary' || expression.operator !== '/' || expression.right.kind === 'number') {
    return false;
  }
  const { left, right } = expression;
  const factors = left.kind === 'binary' && left.operator === '*' ? [left.left, left.right].filter(({ kind }) => kind !== 'number') : [left];
  return factors.length === 1 && isSame(factors[0], right);
}

/** Told only of what is read to the last sign; where a window is not known, two may well differ. */
function isSame(a: Expression, b: Expression): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && a.value === b.value;
    case 'selector':
      return b.kind === 'selector' && (!a.isRange || a.range !== undefined) && JSON.stringify(a) === JSON.stringify(b);
    case 'call':
      return b.kind === 'call' && a.name === b.name && areSame(a.arguments, b.arguments);
    case 'aggregation':
      return b.kind === 'aggregation' && a.name === b.name && String(a.by) === String(b.by) && String(a.without) === String(b.without) && areSame(a.arguments, b.arguments);
    default:
      return false;
  }
}

function areSame(a: readonly Expression[], b: readonly Expression[]): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
}

/** Which share of the values lies below the answer. */
export interface Quantile {
  readonly name: string;
  readonly value: number;
}

export function quantilesOf(expression: Expression): readonly Quantile[] {
  if ((expression.kind !== 'call' && expression.kind !== 'aggregation') || !['histogram_quantile', 'quantile', 'quantile_over_time'].includes(expression.name)) {
    return [];
  }
  const [first] = expression.arguments;
  return first?.kind === 'number' ? [{ name: expression.name, value: first.value }] : [];
}
