import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Below it hardly any request is left out of account. */
const HARMLESS = 0.1;

export const queryDivisor: Rule = {
  id: 'query-divisor',
  class: 'risky',
  summary: 'a rate that is divided by is what it is',
  why: 'something over itself is one number whatever happens; clamp_min takes a canary with less than so many requests a second for a busier one: with one request in ten seconds, every one of them may fail at an error rate of 10 %',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.query?.errors.length === 0 && item.query.dividesByItself) {
        yield remark(item.metric.query, 'divides something by itself, which gives one number whatever happens', 'divide by all requests, without the matcher that picks the good ones or the bad ones', { class: 'broken' });
      }
      for (const { least } of item.query?.errors.length === 0 ? item.query.clampedDivisors : []) {
        if (least >= HARMLESS) {
          yield remark(
            item.metric.query, `divides by at least ${least} a second, so errors of a canary with fewer requests look rarer than they are`,
            'write the rate alone, and len(result) > 0 && !isNaN(result[0]) in the conditions',
          );
        }
      }
    }
  },
};
