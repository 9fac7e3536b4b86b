import { readCondition } from '../../expressions/condition';
import type { Metric } from '../../graph/metric';
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
          yield remark(
            metric.field.at('successCondition'), `must say what is good, or failureCondition what is bad: ${metric.name ?? 'this metric'} has neither and always succeeds`,
            fixOf(metric),
          );
        }
      }
    }
  },
};

/** Other tools have other words for it. */
function fixOf({ field, provider }: Metric): string {
  const word = field.keys().find((key) => /^(success|fail)/i.test(key) && !['successCondition', 'failureCondition', 'failureLimit'].includes(key));
  const text = word === undefined ? undefined : field.textAt(word);
  if (word === undefined) {
    return `write for example successCondition: ${provider === 'prometheus' ? 'len(result) > 0 && result[0] >= 0.99' : 'result >= 0.99'}`;
  }
  const meant = /^success/i.test(word) ? 'successCondition' : 'failureCondition';
  const isReadable = text !== undefined && readCondition(text).problem === undefined && !text.includes('{{');
  return `write ${isReadable ? `${meant}: ${text}` : meant} in the place of ${word}, which there is not`;
}
