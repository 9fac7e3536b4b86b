import { parseQuery } from './parse';
import type { SyntaxProblem } from './parse';
import { canBeNaN, isNeverEmpty, resultKind, shareOf } from './result';
import type { ResultKind } from './result';
import { walk } from './syntax';
import type { Aggregation, Call, Expression, Selector } from './syntax';
import { typeFaults } from './types';
import type { TypeFault } from './types';
import { unitOf } from './unit';
import type { TimeUnit } from './unit';
import { bareCounters, clampedDivisors, isOverItself, quantilesOf } from './usage';
import type { ClampedDivisor, Quantile } from './usage';

/** Asks for another time, of which nothing is kept, or for what is not known yet, which looks alike. */
const NOT_KEPT = /\boffset\b|@|\{\{/i;

/** What a PromQL query measures. */
export interface Query {
  /** The first syntax error, if there is one; then nothing else is here. */
  readonly errors: readonly SyntaxProblem[];
  readonly selectors: readonly Selector[];
  /** The functions it calls, `sum` and its like included, in the order they are written. */
  readonly functions: readonly string[];
  readonly resultKind: ResultKind;
  /** Whether the answer is a share of a whole. */
  readonly share?: 'fraction' | 'percent';
  readonly isNeverEmpty: boolean;
  readonly canBeNaN: boolean;
  /** How often it takes a quantile of buckets whose `le` an aggregation threw away. */
  readonly quantilesWithoutLe: number;
  /** What Prometheus refuses although it reads well. */
  readonly typeFaults: readonly TypeFault[];
  /** The unit of the answer, when it is a time and its unit is known. */
  readonly unit?: TimeUnit;
  /** Counters whose count since the start of a process is taken as it is. */
  readonly bareCounters: readonly string[];
  readonly clampedDivisors: readonly ClampedDivisor[];
  readonly quantiles: readonly Quantile[];
  /** Whether it divides something by itself. */
  readonly dividesByItself: boolean;
}

/** Reads a query in which `{{args.x}}` may still stand. */
export function readQuery(text: string): Query {
  const { expression, problem } = parseQuery(text);
  const all = [...walk(expression)];
  return {
    errors: problem === undefined ? [] : [problem],
    selectors: all.filter((each) => each.kind === 'selector'),
    functions: all.filter((each): each is Call | Aggregation => each.kind === 'call' || each.kind === 'aggregation').map(({ name }) => name),
    resultKind: resultKind(expression),
    share: shareOf(expression),
    isNeverEmpty: isNeverEmpty(expression),
    canBeNaN: canBeNaN(expression),
    quantilesWithoutLe: all.filter(losesBuckets).length,
    typeFaults: typeFaults(expression),
    unit: unitOf(expression),
    bareCounters: bareCounters(expression),
    clampedDivisors: all.flatMap(clampedDivisors),
    quantiles: all.flatMap(quantilesOf),
    dividesByItself: !NOT_KEPT.test(text) && all.some(isOverItself),
  };
}

function losesBuckets(expression: Expression): boolean {
  if (expression.kind !== 'call' || expression.name !== 'histogram_quantile') {
    return false;
  }
  const [, buckets] = expression.arguments;
  // A native histogram has no `le`, and its series no `_bucket` in their names.
  return buckets?.kind === 'aggregation'
    && [...walk(buckets)].some((each) => each.kind === 'selector' && each.metric?.endsWith('_bucket') === true)
    && (buckets.by !== undefined ? !buckets.by.includes('le') : buckets.without === undefined || buckets.without.includes('le'));
}
