import type { MetricInUse } from '../../graph/metric-in-use';
import { RolloutNode } from '../../graph/rollout';
import { parseGoDuration } from '../../manifests/durations';
import { outcomeWithoutData } from '../outcomes';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { asksForNewVersion } from '../versions';

export const backgroundBegins: Rule = {
  id: 'background-begins',
  class: 'risky',
  summary: 'a background analysis begins when there is something to watch, and before it is over',
  why: 'from the first step on it is started before there is a canary pod, and asks about nothing (measured on the controller); without steps the new version is promoted as soon as its pods are there, whatever the analysis is about to see',
  covers: ['GAP-13', 'GATE-20'],
  check: function* (graph): Iterable<Remark> {
    for (const rollout of graph.rollouts) {
      const analysis = rollout.canary.at('analysis');
      if (analysis.isMap && analysis.at('templates').items().length > 0 && rollout.steps.length === 0 && !rollout.canary.at('steps').isUnknown) {
        yield remark(
          analysis, 'must have steps to go on beside, got none: the new version is promoted as soon as its pods are there',
          'write steps: [{ setWeight: 20 }, { pause: { duration: 10m } }] beside it', { class: 'broken' },
        );
      }
    }
    for (const item of graph.metricsAt('background')) {
      if (item.use?.rollout instanceof RolloutNode) {
        yield* judge(item, item.use.rollout);
      }
    }
  },
};

/** Only where the answer of nobody is more than silence. */
function* judge(item: MetricInUse, rollout: RolloutNode): Iterable<Remark> {
  const start = rollout.canary.at('analysis', 'startingStep');
  const [first] = rollout.steps;
  const weight = first?.at('setWeight').number;
  const isEarly = !start.isUnknown && (start.number ?? 0) <= 0 && weight !== undefined && weight > 0;
  if (!isEarly) {
    return;
  }
  const delay = parseGoDuration(item.given.fill(item.metric.field.textAt('initialDelay') ?? '0'));
  if (delay === undefined || delay > 0 || !asksForNewVersion(item)) {
    return;
  }
  const silence = outcomeWithoutData(item);
  if (silence === 'error' || silence === 'failed' || silence === 'inconclusive') {
    yield remark(
      start, `must be 1, got ${start.exists ? start.number : 'none, which is 0'}: the analysis starts before the first weight has given the canary a pod, and ${item.metric.name ?? 'a metric'} is ${wordOf(silence)} without data`,
      'write startingStep: 1', { about: item.template },
    );
  }
}

function wordOf(silence: 'error' | 'failed' | 'inconclusive'): string {
  return silence === 'error' ? 'an error' : silence;
}
