import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf, requiredClass } from '../settings';

export const newRelicSettings: Rule = {
  id: 'new-relic-settings',
  class: 'broken',
  summary: 'a metric of New Relic asks something, and leaves time to answer',
  why: 'the controller refuses a time below 0 at each measurement, and New Relic an empty query: the fifth error in a row aborts the rollout',
  covers: ['PR-18', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'newRelic', function* (settings): Iterable<Remark> {
    const timeout = settings.at('timeout').number;
    if (timeout !== undefined && timeout < 0) {
      yield remark(settings.at('timeout'), `must not be below 0 seconds, got ${timeout}`, 'write timeout: 5');
    }
    if (settings.text('query') === '') {
      yield remark(settings.at('query'), 'must ask something, got no query', 'write a query in NRQL', requiredClass(settings.at('query')));
    }
  }),
};
