import { walk } from '../../promql/syntax';
import type { Aggregation, Expression, Selector } from '../../promql/syntax';
import { flaggerQueries } from '../flagger-query';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

const RATES = ['rate', 'irate', 'increase'];
/** Buckets of a quantile are no series of the answer. */
const BUCKET = 'le';

export const canaryQuerySeries: Rule = {
  id: 'canary-query-series',
  class: 'risky',
  summary: 'a query of Flagger is answered with one series',
  why: 'of several, Flagger takes the last that Prometheus happens to name: a pod or a path among many decides on the release, and not always the same',
  covers: ['FM-12'],
  check: function* (graph): Iterable<Remark> {
    for (const { field, expression, query } of flaggerQueries(graph)) {
      const why = query.errors.length === 0 && query.typeFaults.length === 0 ? severalBecause(expression) : undefined;
      if (why !== undefined) {
        yield remark(field, `is answered with a series for each ${why}, of which one counts`, 'write sum(...) around it, or what brings them together as it is meant');
      }
    }
  },
};

/** What tells the series of an answer apart; undefined where there is one, or nobody knows. */
function severalBecause(expression: Expression, merged: readonly string[] = []): string | undefined {
  switch (expression.kind) {
    case 'aggregation':
      return ofAggregation(expression, merged);
    case 'call': {
      const argument = expression.name === 'histogram_quantile' ? expression.arguments[1] : expression.arguments[0];
      if (expression.name === 'scalar' || expression.name === 'vector' || argument === undefined) {
        return undefined;
      }
      return RATES.includes(expression.name) && argument.kind === 'selector' ? 'pod and whatever else its labels tell apart'
        : severalBecause(argument, expression.name === 'histogram_quantile' ? [...merged, BUCKET] : merged);
    }
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === 'and' || operator === 'unless') {
        return severalBecause(left, merged);
      }
      const [one, other] = [severalBecause(left, merged), severalBecause(right, merged)];
      if (operator === 'or') {
        return one ?? other;
      }
      return left.kind === 'number' ? other : right.kind === 'number' ? one : one !== undefined && other !== undefined ? one : undefined;
    }
    case 'sign':
      return expression.parts[0] === undefined ? undefined : severalBecause(expression.parts[0], merged);
    default:
      return undefined;
  }
}

function ofAggregation({ name, by, arguments: given }: Aggregation, merged: readonly string[]): string | undefined {
  if (by === undefined || !['sum', 'avg', 'min', 'max', 'count', 'quantile', 'stddev', 'stdvar', 'group'].includes(name)) {
    return undefined;
  }
  const selectors = given.flatMap((each) => [...walk(each)]).filter((each): each is Selector => each.kind === 'selector');
  const isPinned = (label: string) => selectors.some(({ matchers }) => matchers.some((matcher) => matcher.label === label && matcher.operator === '='));
  const apart = by.filter((label) => !merged.includes(label) && !isPinned(label));
  return apart.length === 0 ? undefined : listed(apart);
}
