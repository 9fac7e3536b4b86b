import type { Query } from '../../promql/query';
import type { Matcher } from '../../promql/syntax';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What nobody has in the value of a label, and everybody has in a pattern. */
const PATTERN = /\.[*+]|^\d\.\.$|\|\w|^\^|\[\d-\d\]|\.\{\d/;

export const queryMatchers: Rule = {
  id: 'query-matchers',
  class: 'risky',
  summary: 'a pattern in a query is compared as one',
  why: 'with = or != Prometheus compares letter by letter: no series has a status of "5..", so there are never errors, or nothing at all',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const { query, metric } of graph.metricsInUse) {
      for (const { label, operator, value } of query === undefined ? [] : mistakenIn(query)) {
        const meant = operator === '=' ? '=~' : '!~';
        yield remark(metric.query, `asks for ${label}${operator}"${value}" letter by letter, and it looks like a pattern`, `write ${label}${meant}"${value}"`);
      }
    }
  },
};

/** Many metrics share a query. */
const known = new WeakMap<Query, readonly Matcher[]>();

function mistakenIn(query: Query): readonly Matcher[] {
  let mistaken = known.get(query);
  if (mistaken === undefined) {
    const matchers = query.errors.length > 0 ? [] : query.selectors.flatMap((selector) => selector.matchers);
    mistaken = matchers.filter(({ operator, value }) => (operator === '=' || operator === '!=') && !value.includes('{{') && PATTERN.test(value));
    known.set(query, mistaken);
  }
  return mistaken;
}
