import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const queryQuantile: Rule = {
  id: 'query-quantile',
  class: 'broken',
  summary: 'a quantile in PromQL is a share, from 0 to 1',
  why: 'Prometheus answers +Inf for anything above 1: a limit for it is always passed, and a floor never',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      for (const { name, value } of item.query?.errors.length === 0 ? item.query.quantiles : []) {
        if (value < 0 || value > 1) {
          const meant = value > 1 && value <= 100 ? `write ${name}(${Number((value / 100).toPrecision(12))}, ...)` : `write for example ${name}(0.95, ...)`;
          yield remark(item.metric.query, `must take a quantile from 0 to 1, got ${name}(${value}, ...), which is always infinite`, meant);
        }
      }
    }
  },
};
