import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Providers that come to a verdict of their own. */
const JUDGES = ['job', 'kayenta', 'plugin'];

export const metricHasCondition: Rule = {
  id: 'metric-has-condition',
  class: 'broken',
  summary: 'a metric says what is good or what is bad',
  why: 'without a condition every answer is a success, however bad',
  covers: ['GAP-31'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const metric of template.metrics) {
        if (metric.provider !== undefined && !JUDGES.includes(metric.provider) && metric.conditions.length === 0) {
          const example = metric.provider === 'prometheus' ? 'len(result) > 0 && result[0] >= 0.99' : 'result >= 0.99';
          yield remark(
            metric.field.at('successCondition'), `must say what is good, or failureCondition what is bad: ${metric.name ?? 'this metric'} has neither and always succeeds`,
            `write a condition such as ${example}`,
          );
        }
      }
    }
  },
};
