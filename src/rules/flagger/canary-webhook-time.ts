import type { Field } from '../../graph/field';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Seconds that a call may take where nothing is said, and that two are apart at most. */
const [TIMEOUT, LONGEST_WAIT] = [10, 30];
/** Shorter intervals are taken for it, in seconds. */
const SHORTEST = 10;

export const canaryWebhookTime: Rule = {
  id: 'canary-webhook-time',
  class: 'risky',
  summary: 'the webhooks of an interval can be over before the next one begins',
  why: 'Flagger calls them one after the other, with waits of 1, 2, 4 and up to 30 s before it calls again, and skips the intervals that begin meanwhile: '
    + 'a slow webhook makes a slow release',
  covers: ['FB-03', 'FB-04'],
  check: (graph) => forEachCanary(graph, function* ({ analysis, webhooks }): Iterable<Remark> {
    const interval = parseGoDuration(analysis.textAt('interval') ?? '');
    const called = webhooks.filter((webhook) => !webhook.at('type').isUnknown && ['', 'rollout'].includes(webhook.textAt('type') ?? ''));
    const times = called.map(longest);
    if (interval === undefined || times.includes(undefined)) {
      return;
    }
    const all = times.reduce<number>((sum, time) => sum + (time ?? 0), 0);
    if (all > Math.max(interval, SHORTEST)) {
      const worst = called[times.indexOf(Math.max(...times.map((time) => time ?? 0)))];
      const field = worst.at((worst.at('retries').number ?? 0) > 0 ? 'retries' : 'timeout');
      const needed = Math.ceil(all / 60);
      yield remark(
        field, `lets the webhooks of an interval of ${formatGoDuration(interval)} take ${formatGoDuration(all)}`,
        `${write(analysis.at('interval'), `${needed}m`)} at analysis, or less here`,
      );
    }
  }),
};

/** Seconds until it is given up. */
function longest(webhook: Field): number | undefined {
  const [timeout, retries] = [webhook.at('timeout'), webhook.at('retries')];
  const seconds = (timeout.text ?? '').length < 2 && !timeout.isUnknown ? TIMEOUT : parseGoDuration(timeout.text ?? '');
  const again = retries.isUnknown ? undefined : retries.number ?? 0;
  if (seconds === undefined || again === undefined || again < 0 || again > 1000) {
    return undefined;
  }
  const waits = Array.from({ length: again }, (_, index) => Math.min(2 ** index, LONGEST_WAIT));
  return seconds * (again + 1) + waits.reduce((sum, wait) => sum + wait, 0);
}
