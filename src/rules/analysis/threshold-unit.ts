import type { Condition } from '../../expressions/condition';
import type { Metric } from '../../graph/metric';
import type { TimeUnit } from '../../promql/unit';
import { writeInstead } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Seconds that nobody waits for an answer. */
const LONGEST_WAIT = 100;

export const thresholdUnit: Rule = {
  id: 'threshold-unit',
  class: 'risky',
  summary: 'a time is compared with a threshold in its own unit',
  why: 'metrics say their unit in their name: 500 for half a second lets an answer take eight minutes, and 0.5 for it fails every release',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const { query, metric, successCondition, failureCondition } of graph.metricsInUse) {
      if (query?.unit !== undefined && query.errors.length === 0) {
        yield* judge('successCondition', successCondition, metric, query.unit);
        yield* judge('failureCondition', failureCondition, metric, query.unit);
      }
    }
  },
};

function* judge(key: 'successCondition' | 'failureCondition', condition: Condition | undefined, metric: Metric, unit: TimeUnit): Iterable<Remark> {
  for (const { value } of condition?.problem === undefined ? condition?.thresholds ?? [] : []) {
    if (unit === 'seconds' && value >= LONGEST_WAIT) {
      yield remark(metric[key], `compares with ${value}, and the query gives seconds`, writeInstead(metric[key], value, tidy(value / 1000)));
    } else if (unit === 'milliseconds' && value > 0 && value < 1) {
      yield remark(metric[key], `compares with ${value}, and the query gives milliseconds`, writeInstead(metric[key], value, tidy(value * 1000)));
    }
  }
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
