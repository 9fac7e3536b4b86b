import { resultKind } from './result';
import type { ResultKind } from './result';
import { partsOf } from './syntax';
import type { Aggregation, BinaryOperation, Call, Expression } from './syntax';

/** What Prometheus refuses in a query that reads well. */
export interface TypeFault {
  readonly message: string;
  readonly fix: string;
}

type Kind = Exclude<ResultKind, 'unknown'>;

const NAMES: Readonly<Record<Kind, string>> = {
  scalar: 'a number', vector: 'values of now', matrix: 'a range such as [5m]', text: 'text',
};
const COMPARISONS = ['==', '!=', '>', '<', '>=', '<='];
const SETS = ['and', 'or', 'unless'];

/** What functions take, in words of one letter: values of now, a range (m), a number, text; what may be left out has a `?`, what may come again a `*`. */
const SIGNATURES: readonly (readonly [names: string, parameters: string])[] = [
  [
    'rate irate increase delta idelta deriv changes resets absent_over_time avg_over_time count_over_time last_over_time first_over_time max_over_time min_over_time '
    + 'present_over_time stddev_over_time stdvar_over_time sum_over_time mad_over_time ts_of_max_over_time ts_of_min_over_time ts_of_last_over_time', 'm',
  ],
  ['quantile_over_time', 's m'],
  ['predict_linear', 'm s'],
  ['holt_winters double_exponential_smoothing', 'm s s'],
  [
    'abs absent ceil exp floor ln log2 log10 scalar sgn sort sort_desc sqrt timestamp acos acosh asin asinh atan atanh cos cosh deg rad sin sinh tan tanh '
    + 'histogram_avg histogram_count histogram_sum histogram_stddev histogram_stdvar', 'v',
  ],
  ['histogram_quantile', 's v'],
  ['histogram_fraction', 's s v'],
  ['clamp', 'v s s'],
  ['clamp_max clamp_min', 'v s'],
  ['round', 'v s?'],
  ['vector', 's'],
  ['time pi', ''],
  ['days_in_month day_of_month day_of_week day_of_year hour minute month year', 'v?'],
  ['label_replace', 'v t t t t'],
  ['label_join', 'v t t t*'],
];
const KINDS: Readonly<Record<string, Kind>> = { m: 'matrix', v: 'vector', s: 'scalar', t: 'text' };

const signatures: ReadonlyMap<string, readonly string[]> = new Map(SIGNATURES.flatMap(([names, words]) =>
  names.split(' ').map((name) => [name, words === '' ? [] : words.split(' ')] as const)));

/** Every objection, from the outside in. */
export function typeFaults(expression: Expression): readonly TypeFault[] {
  return [...faultsOf(expression), ...partsOf(expression).flatMap(typeFaults)];
}

function faultsOf(expression: Expression): readonly TypeFault[] {
  switch (expression.kind) {
    case 'call':
      return callFaults(expression);
    case 'aggregation':
      return aggregationFaults(expression);
    case 'binary':
      return binaryFaults(expression);
    case 'sign':
      return wrong('-', expression.parts[0], 'vector', 'scalar');
    case 'subquery':
      return expression.parts[0] === undefined || kindOf(expression.parts[0]) !== 'matrix' ? [] : [{
        message: 'has a range of a range', fix: 'take one of the two away',
      }];
    default:
      return [];
  }
}

function callFaults({ name, arguments: given }: Call): readonly TypeFault[] {
  const parameters = signatures.get(name);
  if (parameters === undefined) {
    return [];
  }
  const least = parameters.filter((each) => !/[?*]/.test(each)).length;
  if (given.length < least || (given.length > parameters.length && parameters.at(-1)?.endsWith('*') !== true)) {
    return [{ message: `gives ${name} ${count(given.length)}, and it takes ${count(least)}`, fix: `correct what stands in ${name}(...)` }];
  }
  return given.flatMap((argument, index) => wrong(name, argument, KINDS[(parameters[index] ?? parameters.at(-1) ?? 'v')[0]]));
}

function aggregationFaults({ name, arguments: given }: Aggregation): readonly TypeFault[] {
  const [first, second] = given;
  if (second === undefined) {
    return first === undefined ? [] : wrong(name, first, 'vector');
  }
  return [...wrong(name, first, name === 'count_values' ? 'text' : 'scalar'), ...wrong(name, second, 'vector')];
}

function binaryFaults({ operator, left, right, isBool }: BinaryOperation): readonly TypeFault[] {
  const sides = [left, right].flatMap((side) => wrong(operator, side, 'vector', 'scalar'));
  const kinds = [left, right].map(kindOf);
  if (sides.length > 0 || kinds.includes('unknown')) {
    return sides;
  }
  if (SETS.includes(operator) && kinds.includes('scalar')) {
    return [{ message: `joins a number by ${operator}, which takes values with labels alone`, fix: 'write vector(...) around the number' }];
  }
  return COMPARISONS.includes(operator) && !isBool && kinds.every((kind) => kind === 'scalar')
    ? [{ message: `compares two numbers by ${operator}`, fix: `write ${operator} bool` }] : [];
}

function wrong(user: string, given: Expression, ...wanted: readonly Kind[]): readonly TypeFault[] {
  const kind = kindOf(given);
  if (kind === 'unknown' || wanted.includes(kind)) {
    return [];
  }
  const metric = given.kind === 'selector' ? given.metric : undefined;
  return [{
    message: `gives ${user} ${NAMES[kind]}${metric === undefined ? '' : `, ${metric}`}, and it takes ${wanted.map((each) => NAMES[each]).join(' or ')}`,
    fix: fixOf(kind, wanted[0], metric, user),
  }];
}

function fixOf(kind: Kind, wanted: Kind, metric: string | undefined, user: string): string {
  if (wanted === 'matrix') {
    return `write ${metric === undefined ? 'the range behind the name of the metric' : `${metric}{...}[5m]`}`;
  }
  if (kind === 'matrix') {
    return `write rate(${metric ?? '...'}[5m]), or another function that makes one value of a range`;
  }
  return wanted === 'vector' && kind === 'scalar' ? 'write vector(...) around the number' : `correct what ${user} is given`;
}

/** A placeholder that nobody has filled is a name of nothing but x. */
function kindOf(expression: Expression): ResultKind {
  const isHole = expression.kind === 'selector' && /^x{5,}$/.test(expression.metric ?? '') && expression.matchers.length === 0;
  return isHole ? 'unknown' : resultKind(expression);
}

function count(amount: number): string {
  return amount === 0 ? 'nothing' : `${amount} argument${amount === 1 ? '' : 's'}`;
}
