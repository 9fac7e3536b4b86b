import { NUMBERS } from '../../expressions/types';
import type { MetricInUse } from '../../graph/metric-in-use';
import { write } from '../fix';
import { outcome, outcomeOfNaN, outcomeWithoutData } from '../outcomes';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const GUARD = 'len(result) > 0 && !isNaN(result[0]) && ';

export const noDataGuard: Rule = {
  id: 'no-data-guard',
  class: 'risky',
  summary: 'a condition says what no data means',
  why: 'without traffic Prometheus answers nothing, and result[0] of nothing is an error, of which the fifth in a row aborts; or it answers NaN, which fails every comparison',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      // Of a query or a condition that cannot be read other rules speak.
      if (item.query?.errors.length === 0 && item.successCondition?.problem === undefined && item.failureCondition?.problem === undefined) {
        yield* judge(item);
      }
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const withoutData = outcomeWithoutData(item);
  if (withoutData === 'error') {
    const tolerated = item.metric.limit('consecutiveErrorLimit', 4, item.given);
    const aborts = tolerated === undefined ? 'enough of them abort the rollout' : `${tolerated + 1} of them in a row abort the rollout`;
    // of one that fits no answer at all another rule speaks
    const unguarded = item.metric.conditions.map((field) => ({ field, condition: item.condition(field) }))
      .filter(({ condition }) => condition?.withoutData === 'error' && condition.typeProblems(NUMBERS).length === 0);
    for (const { field } of unguarded) {
      yield remark(
        field, `is an error when the query answers nothing, and ${aborts}, got ${field.text}`,
        write(field, `${GUARD}${field.text}`),
      );
    }
  } else if (withoutData !== 'failed' && outcomeOfNaN(item) === 'failed' && looksAtValue(item)) {
    const [field] = item.metric.conditions;
    const guarded = field.text?.replace(/^len\(result\) == 0 \|\| /, '$&isNaN(result[0]) || ') ?? '';
    yield remark(
      field, `fails when the query answers NaN, which a division gives without traffic, got ${field.text}`,
      guarded === field.text ? 'guard it with isNaN(result[0]), as it is guarded against no answer at all' : write(field, guarded),
    );
  }
}

/** Whether any number would do: a condition on the number of series alone is not about NaN. */
function looksAtValue(item: MetricInUse): boolean {
  return [0, 1, Number.MAX_VALUE].some((value) => outcome(item, [value]) !== 'failed');
}
