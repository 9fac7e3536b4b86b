import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const querySyntax: Rule = {
  id: 'query-syntax',
  class: 'broken',
  summary: 'a PromQL query can be read by Prometheus, and its quantiles have buckets',
  why: 'Prometheus answers a query it cannot read with an error, and a quantile without le with nothing; both abort the rollout after five measurements',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      const { query } = item;
      for (const { message, offset } of query?.errors ?? []) {
        yield remark(item.metric.query, `is no PromQL at ${placeOf(item.given.fill(item.metric.queryText ?? ''), offset)}: ${message}`, 'correct the query');
      }
      if (query !== undefined && query.errors.length === 0 && query.quantilesWithoutLe > 0) {
        yield remark(item.metric.query, 'takes a histogram_quantile of buckets that an aggregation has merged, so it has no answer', 'write sum by (le) (...) inside histogram_quantile');
      }
    }
  },
};

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  const character = `character ${lines[lines.length - 1].length + 1}`;
  return text.trim().includes('\n') ? `line ${lines.length}, ${character}` : character;
}
