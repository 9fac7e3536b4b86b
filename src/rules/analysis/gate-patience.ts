import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { outcomeWithoutData } from '../outcomes';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Seconds; what people sleep through is longer, what a store needs to come back is shorter. */
const LEAST = 3600;

export const gatePatience: Rule = {
  id: 'gate-patience',
  class: 'risky',
  summary: 'a gate without data keeps asking for hours',
  why: 'when it gives up, the rollout is paused for a person, and a rollout that an inconclusive run has paused is deaf to its background analysis: a canary that goes bad then stays (measured on the controller)',
  covers: ['GATE-06', 'GATE-14'],
  check: function* (graph): Iterable<Remark> {
    for (const item of graph.metricsAt('inline')) {
      const { use } = item;
      if (use?.rollout instanceof RolloutNode && use.rollout.canary.at('analysis', 'templates').items().length > 0) {
        yield* judge(item, use.rollout);
      }
    }
  },
};

function* judge(item: MetricInUse, rollout: RolloutNode): Iterable<Remark> {
  const { metric, given } = item;
  const count = metric.count(given);
  const limit = metric.limit('inconclusiveLimit', 0, given);
  const interval = parseGoDuration(given.fill(metric.field.textAt('interval') ?? ''));
  // what is asked once waits for nothing, and is there to be looked at
  if (count === undefined || count === Infinity || count === 1 || limit === undefined || limit >= count || interval === undefined || interval <= 0) {
    return;
  }
  const seconds = limit * interval;
  if (seconds < LEAST && outcomeWithoutData(item) === 'inconclusive') {
    // as many hours as the default gates of this library have
    const wanted = Math.ceil(12 * LEAST / interval);
    yield remark(
      metric.field.at('inconclusiveLimit'), `gives up after ${seconds === 0 ? 'the first answer' : formatGoDuration(seconds)} without data, and ${rollout.resource} is then paused, deaf to its background analysis, got ${limit}`,
      `write count: ${wanted} and inconclusiveLimit: ${wanted - 1}, with a consecutiveSuccessLimit that ends it early`, { about: rollout },
    );
  }
}
