import type { Expression } from './syntax';

export type TimeUnit = 'seconds' | 'milliseconds';

/** Moments are counted in seconds as well, since 1970. */
const MOMENT = /timestamp|(start|boot)_time/;
/** What keeps the unit of its last argument. */
const KEEPING = ['rate', 'irate', 'increase', 'histogram_quantile', 'histogram_avg', 'abs', 'ceil', 'floor', 'round', 'clamp_min', 'clamp_max', 'sort', 'sort_desc', 'scalar', 'label_replace'];
const AGGREGATIONS = ['sum', 'avg', 'max', 'min', 'quantile', 'topk', 'bottomk'];

/** The unit of times that are measured, by the names that Prometheus asks metrics to have; undefined when that is not told. */
export function unitOf(expression: Expression): TimeUnit | undefined {
  switch (expression.kind) {
    case 'selector':
      return unitOfName(expression.metric ?? '');
    case 'call':
      return KEEPING.includes(expression.name) || expression.name.endsWith('_over_time') ? argumentUnit(expression.name, expression.arguments) : undefined;
    case 'aggregation':
      return AGGREGATIONS.includes(expression.name) ? argumentUnit(expression.name, expression.arguments) : undefined;
    case 'binary':
      return unitOfBinary(expression.operator, expression.left, expression.right);
    default:
      return undefined;
  }
}

function unitOfName(name: string): TimeUnit | undefined {
  const word = MOMENT.test(name) ? undefined : /_(seconds|milliseconds|millis|ms)(?:_bucket|_sum)?$/.exec(name)?.[1];
  return word === undefined ? undefined : word === 'seconds' ? 'seconds' : 'milliseconds';
}

function argumentUnit(name: string, given: readonly Expression[]): TimeUnit | undefined {
  const isLast = ['histogram_quantile', 'quantile', 'topk', 'bottomk', 'quantile_over_time'].includes(name);
  const argument = isLast ? given.at(-1) : given[0];
  return argument === undefined || name === 'count_over_time' ? undefined : unitOf(argument);
}

function unitOfBinary(operator: string, left: Expression, right: Expression): TimeUnit | undefined {
  const [one, other] = [unitOf(left), unitOf(right)];
  const factor = left.kind === 'number' ? left.value : right.kind === 'number' ? right.value : undefined;
  switch (operator) {
    case '*':
      return factor === undefined || factor === 1 ? undefined : factor === 1000 && (one ?? other) === 'seconds' ? 'milliseconds' : undefined;
    case '/':
      if (right.kind === 'number') {
        return right.value === 1000 && one === 'milliseconds' ? 'seconds' : undefined;
      }
      return other === undefined ? one : undefined;
    case '+':
    case '-':
      return one === other ? one : undefined;
    case 'and':
    case 'unless':
    case 'or':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return one;
    default:
      return undefined;
  }
}
