import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Places of Flagger's load tester that answer well whatever happens. */
const ALWAYS_GOOD = /^https?:\/\/[\w.-]*load-?tester[\w.-]*(?::\d+)?(?<path>\/?|\/gate\/approve)$/i;

export const canaryRollbackHook: Rule = {
  id: 'canary-rollback-hook',
  class: 'broken',
  summary: 'a webhook of type rollback is answered well only where the release is to be rolled back',
  why: 'Flagger asks it at every interval, and rolls back at the first good answer: a place that answers everything well ends every release at once (measured on the controller)',
  covers: ['GATE-26'],
  check: (graph) => forEachCanary(graph, function* ({ webhooks }): Iterable<Remark> {
    for (const webhook of webhooks.filter((each) => each.textAt('type') === 'rollback')) {
      const url = webhook.at('url');
      const path = ALWAYS_GOOD.exec(url.text ?? '')?.groups?.path;
      if (url.text !== undefined && path !== undefined) {
        const base = url.text.slice(0, url.text.length - path.length);
        yield remark(url, `must ask whether to roll back, got ${url.text}, which the load tester answers well each time`, `write url: ${base}/rollback/check`);
      }
    }
  }),
};
