import type { MetricInUse } from '../../graph/metric-in-use';
import { withoutPlaceholders } from '../../promql/placeholders';
import type { Query } from '../../promql/query';
import type { Selector } from '../../promql/syntax';
import type { TypeFault } from '../../promql/types';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const queryTypes: Rule = {
  id: 'query-types',
  class: 'broken',
  summary: 'functions of a PromQL query get what they take, and selectors select something',
  why: 'Prometheus answers with an error, every time: the fifth in a row aborts the rollout',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.query !== undefined && item.query.errors.length === 0) {
        yield* judge(item);
      }
    }
  },
};

function* judge(item: MetricInUse): Iterable<Remark> {
  const { query, metric } = item;
  const [fault] = query?.typeFaults ?? [];
  const isRange = metric.field.at('provider', 'prometheus').has('rangeQuery');
  if (fault !== undefined) {
    yield remark(metric.query, fault.message, fault.fix);
  } else if (query?.resultKind === 'text') {
    yield remark(metric.query, 'is a text, which the controller cannot read as an answer', 'write a query for a number');
  } else if (query?.resultKind === 'matrix' && isRange) {
    yield remark(metric.query, 'is a range, and is asked over a range again by rangeQuery', 'drop the [...] at the end, or rangeQuery');
  }
  for (const { message, fix } of query === undefined ? [] : selectorFaults(query)) {
    yield remark(metric.query, message, fix);
  }
}

/** Many metrics share a query. */
const known = new WeakMap<Query, readonly TypeFault[]>();

function selectorFaults(query: Query): readonly TypeFault[] {
  let faults = known.get(query);
  if (faults === undefined) {
    faults = query.selectors.flatMap(faultsOf);
    known.set(query, faults);
  }
  return faults;
}

function faultsOf({ metric, matchers }: Selector): readonly TypeFault[] {
  const isEverything = metric === undefined && !matchers.some((each) => each.value.includes('{{') || !takesNothing(each.operator, each.value));
  return [
    ...isEverything ? [{ message: 'selects everything there is, which Prometheus does not answer', fix: 'name the metric, or a label with a value' }] : [],
    ...matchers.filter(({ operator, value }) => operator.endsWith('~') && !isPattern(withoutPlaceholders(value))).map(({ label, operator, value }) => ({
      message: `asks for ${label}${operator}${shown(value)}, which is no regular expression that Prometheus knows`, fix: 'correct it; there is no looking ahead or back',
    })),
  ];
}

/** Whether a label that is not there fits. */
function takesNothing(operator: string, value: string): boolean {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    default: {
      const pattern = patternOf(value);
      return pattern !== undefined && pattern.test('') === (operator === '=~');
    }
  }
}

function isPattern(value: string): boolean {
  return !/\(\?(=|!|<=|<!)/.test(value) && (/\(\?|\\\\|\\[pPzAQ]|\[\[:/.test(value) || patternOf(value) !== undefined);
}

function patternOf(value: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${value})$`);
  } catch {
    return undefined;
  }
}
