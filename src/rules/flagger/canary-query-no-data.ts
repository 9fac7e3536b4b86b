import { isNeverEmpty } from '../../promql/result';
import { walk } from '../../promql/syntax';
import type { BinaryOperation, Expression, Matcher, Selector } from '../../promql/syntax';
import { flaggerQueries } from '../flagger-query';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const STATUS = /status|code|class/i;
/** What says errors, and nothing else. */
const ERRORS = /^(?:[45]|error|fail)/i;

export const canaryQueryNoData: Rule = {
  id: 'canary-query-no-data',
  class: 'risky',
  summary: 'a share of errors is 0 as long as there is none',
  why: 'Prometheus knows no series of errors before the first one, and no answer is a failed check for Flagger: a release without a single error is rolled back (measured on the controller)',
  covers: ['FM-13', 'GATE-23'],
  check: function* (graph): Iterable<Remark> {
    for (const { field, expression, query } of flaggerQueries(graph)) {
      const isEmpty = query.errors.length === 0 && countsErrorsAlone(expression);
      if (isEmpty) {
        yield remark(field, 'has no answer before the first error, and Flagger takes no answer for a failed check', 'write (... or vector(0)) around what counts the errors');
      }
    }
  },
};

function countsErrorsAlone(expression: Expression): boolean {
  return !isNeverEmpty(expression) && divisionsThatCount(expression).some(({ left, right }) => {
    const [errors, all] = [left, right].map((side) => [...walk(side)].filter((each): each is Selector => each.kind === 'selector'));
    return !isNeverEmpty(left) && !hasFallback(left) && errors.length > 0 && errors.every(picksErrors) && !all.some(picksErrors);
  });
}

/** Divisions without which there is no answer. */
function divisionsThatCount(expression: Expression): readonly BinaryOperation[] {
  if (expression.kind === 'binary') {
    const { operator, left, right } = expression;
    return operator === '/' ? [expression, ...divisionsThatCount(left)] : operator === 'or' ? [] : [...divisionsThatCount(left), ...divisionsThatCount(right)];
  }
  return expression.kind === 'aggregation' || expression.kind === 'call' ? expression.arguments.flatMap(divisionsThatCount) : [];
}

function hasFallback(expression: Expression): boolean {
  return [...walk(expression)].some((each) => each.kind === 'binary' && each.operator === 'or');
}

function picksErrors({ matchers }: Selector): boolean {
  return matchers.some(({ label, operator, value }: Matcher) => STATUS.test(label) && ['=', '=~'].includes(operator) && ERRORS.test(value));
}
