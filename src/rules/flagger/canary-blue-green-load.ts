import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryNode } from '../../graph/canary';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What is called while an analysis runs, and so can send requests. */
const DURING = ['rollout', 'pre-rollout', ''];

export const canaryBlueGreenLoad: Rule = {
  id: 'canary-blue-green-load',
  class: 'risky',
  summary: 'a blue-green that asks about the requests of the canary sends it some',
  why: 'during its iterations no request of a user gets there unless it is mirrored: a built-in metric finds no values then, which is a failed check, and the release is taken back',
  covers: ['FW-16'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge({ analysis, course, metrics, webhooks, support, isAnalysed }: CanaryNode): Iterable<Remark> {
  const isMirrored = analysis.at('mirror').isUnknown || (analysis.at('mirror').boolean === true && support?.mirrors.includes('blue-green') !== false);
  const isCalled = analysis.at('webhooks').isUnknown || webhooks.some((hook) => hook.isUnknown || hook.at('type').isUnknown || DURING.includes(hook.textAt('type') ?? ''));
  const metric = metrics.find(({ name, field }) => BUILTIN_METRICS.includes(name ?? '') && !field.has('templateRef') && !field.has('query'));
  if (isAnalysed && course === 'blue-green' && metric !== undefined && !isMirrored && !isCalled) {
    const mirrors = support?.mirrors.includes('blue-green') === true ? ', or write mirror: true' : '';
    yield remark(
      metric.field.at('name'), `asks about requests to the canary, which gets none before the end of a blue-green, got ${metric.name ?? ''}`,
      `add Webhook load-test of type: rollout, which sends some to the canary${mirrors}`,
    );
  }
}
