import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted } from '../wording';

export const oneShotCanFail: Rule = {
  id: 'one-shot-can-fail',
  class: 'broken',
  summary: 'a check tolerates fewer failures than it has measurements',
  why: 'a metric fails when it has more failures than its limit: a check that runs once with failureLimit 1 passes whatever it sees (measured on the controller)',
  covers: ['GATE-04', 'GATE-05'],
  check: function* (graph): Iterable<Remark> {
    for (const { metric, given } of graph.metricsInUse) {
      const count = metric.count(given);
      const limit = metric.limit('failureLimit', 0, given);
      const successes = metric.limit('consecutiveSuccessLimit', 0, given);
      // A larger limit, or successes wanted on top, is arithmetic that the controller refuses.
      if (count !== undefined && count > 0 && limit === count && successes === 0) {
        yield remark(
          metric.field.at('failureLimit'),
          `must be below the ${counted(count, 'measurement')} of ${metric.name ?? 'this metric'}, got ${limit}, so the check can never fail`,
          `write failureLimit: ${count === 1 ? 0 : count - 1}${count === 1 ? '' : ' or less'}`,
        );
      }
    }
  },
};
