import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion } from '../versions';

export const queryCounters: Rule = {
  id: 'query-counters',
  class: 'risky',
  summary: 'a counter is asked how it grows',
  why: 'it counts since its process began, which may be weeks: what happens now hardly moves a share of such counts, and a restart makes it fall',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsInUse) {
      const [counter] = item.query?.errors.length === 0 ? item.query.bareCounters : [];
      // pods of the new version alone have begun a moment ago
      if (counter !== undefined && !/\boffset\b/.test(item.metric.queryText ?? '') && !asksForNewVersion(item)) {
        yield remark(item.metric.query, `takes ${counter} as it is, which counts since the process began`, `write rate(${counter}{...}[5m])`);
      }
    }
  },
};
