import type { MetricInUse } from '../../graph/metric-in-use';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const fewRequests: Rule = {
  id: 'few-requests',
  class: 'advice',
  summary: 'a share is judged when there were enough requests',
  why: 'of ten requests one is 10 %: a canary with little traffic is taken back by chance, and with two requests a minute nearly every release is',
  covers: ['GATE-27'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      if (item.use !== undefined && item.query?.errors.length === 0 && item.query.share !== undefined) {
        yield* judge(item);
      }
    }
  },
};

/** A query that is a share and nothing else has no condition on how many there were. */
function* judge({ metric, query, use }: MetricInUse): Iterable<Remark> {
  const whole = query?.selectors.at(-1)?.metric ?? 'requests_total';
  yield remark(
    metric.query, 'judges a share of however few requests there were, so that a single one can decide',
    `append: and sum(increase(${whole}{...}[5m])) >= 50`, { about: use?.rollout },
  );
}
