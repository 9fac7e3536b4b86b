import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const queryCoversInterval: Rule = {
  id: 'query-covers-interval',
  class: 'risky',
  summary: 'the windows of a metric follow each other without a gap',
  why: 'between two measurements nobody looks further back than the window: errors in the gap are in no answer',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const { query, metric, given } of graph.metricsInUse) {
      const interval = parseGoDuration(given.fill(metric.field.textAt('interval') ?? ''));
      const windows = query?.errors.length === 0 ? query.selectors.map(({ range }) => range) : [];
      if (interval === undefined || windows.length === 0 || windows.includes(undefined) || metric.field.at('provider', 'prometheus').has('rangeQuery')) {
        continue;
      }
      const longest = Math.max(...windows.map((range) => range ?? 0));
      if (longest < interval) {
        yield remark(
          metric.query, `looks back over ${formatGoDuration(longest)} every ${formatGoDuration(interval)}, and ${formatGoDuration(interval - longest)} of each are never looked at`,
          `write [${formatGoDuration(interval)}] in the query, or interval: ${formatGoDuration(longest)}`,
        );
      }
    }
  },
};
