import type { Field } from '../../graph/field';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const stepsSendTraffic: Rule = {
  id: 'steps-send-traffic',
  class: 'risky',
  summary: 'some step sends traffic to the canary before all of it goes there',
  why: 'only setWeight and added routes do: pods that setCanaryScale makes get no request, so that nothing is tried before the weight goes from 0 to 100 at once',
  covers: ['GAP-06'],
  check: (graph) => forEachRolloutWith(graph, ['setCanaryScale'], function* ({ canary, steps, trafficRouting }): Iterable<Remark> {
    const scale = steps.find((step) => step.has('setCanaryScale'));
    if (scale !== undefined && trafficRouting.exists && !canary.at('steps').isUnknown && !steps.some(sendsTraffic)) {
      yield remark(scale.at('setCanaryScale'), 'gives the canary pods, and no step sends it a request before it gets all of them', 'add setWeight: 5 behind it');
    }
  }),
};

/** Also where it may. A plugin may do anything. */
function sendsTraffic(step: Field): boolean {
  const weight = step.at('setWeight');
  return step.isUnknown || weight.isUnknown || (weight.number ?? 0) > 0
    || ['setHeaderRoute', 'setMirrorRoute', 'plugin'].some((kind) => step.has(kind))
    || step.at('experiment', 'templates').items().some((template) => template.has('weight'));
}
