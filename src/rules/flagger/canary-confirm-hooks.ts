import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryConfirmHooks: Rule = {
  id: 'canary-confirm-hooks',
  class: 'risky',
  summary: 'a gate is of a type that Flagger asks at the place that is meant',
  why: 'a gate that is never asked holds nothing up; one that is closed before the first weight has the hooks before it called again at every interval',
  covers: ['FB-05', 'FB-06', 'FB-08'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge({ webhooks, course, provider }: CanaryNode): Iterable<Remark> {
  const ofType = (type: string) => webhooks.filter((webhook) => webhook.textAt('type') === type);
  const increases = ofType('confirm-traffic-increase');
  const [before] = ofType('pre-rollout');
  for (const { type, webhook } of increases.map((each) => ({ type: each.at('type'), webhook: each }))) {
    if (course === 'blue-green' || course === 'ab-test') {
      yield remark(
        type, `is asked between weights, which ${provider === 'kubernetes' ? 'provider kubernetes has not' : 'there are not with iterations'}, so that it is never asked`,
        'write type: confirm-promotion',
      );
    } else if (course === 'weights' && before !== undefined && !isSame(webhook, before)) {
      yield remark(
        type, `holds the first weight too: while it is closed there, ${nameOf(before)} is called again at every interval`,
        'write type: rollout for what must not be called twice, or type: confirm-promotion here', { class: 'advice' },
      );
    }
  }
  const [rollback] = ofType('rollback');
  if (rollback !== undefined && ofType('confirm-rollout').length > 0) {
    yield remark(
      rollback.at('type'), 'is not asked while a gate of type confirm-rollout is closed, so that a release that waits there cannot be called off by it',
      'drop it, or let the gate itself say no', { class: 'advice' },
    );
  }
}

function nameOf(webhook: Field): string {
  return webhook.textAt('name') ?? 'the hook before the rollout';
}

function isSame(one: Field, other: Field): boolean {
  return one.isLike(other);
}
