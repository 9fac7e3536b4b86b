import type { MetricInUse } from '../../graph/metric-in-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Those of which nobody is asked, or who have an outage of their own. */
const OTHERS = ['job', 'plugin'];

export const outageTolerance: Rule = {
  id: 'outage-tolerance',
  class: 'advice',
  summary: 'a metric that is asked again and again outlives a restart of the store it asks',
  why: 'errors are asked again every ten seconds, and the fifth in a row ends the run: a store that restarts for a minute takes every release with it that is under way (measured on the controller)',
  covers: ['GATE-13', 'GATE-21'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.use !== undefined && item.metric.provider !== undefined && !OTHERS.includes(item.metric.provider)) {
        yield* judge(item);
      }
    }
  },
};

function* judge({ metric, given, use }: MetricInUse): Iterable<Remark> {
  const limit = metric.limit('consecutiveErrorLimit', 4, given);
  const count = metric.count(given);
  if (limit !== undefined && limit < 6 && limit >= 0 && count !== undefined && count > 1) {
    const got = metric.field.has('consecutiveErrorLimit') ? String(limit) : 'none, which is 4';
    yield remark(
      metric.field.at('consecutiveErrorLimit'), `aborts the rollout when the store is away for ${limit * 10} s, got ${got}`,
      'write consecutiveErrorLimit: 30, which is five minutes', { about: use?.rollout },
    );
  }
}
