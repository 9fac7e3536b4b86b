import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryReplicas: Rule = {
  id: 'canary-replicas',
  class: 'risky',
  summary: 'a target that something scales does not set replicas',
  why: 'between two releases the target is at 0 and the primary has the requests: every apply brings its pods back, where nobody needs them, and in the middle of a release sets them back',
  covers: ['FT-13'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { pods, spec } = canary;
    const replicas = pods?.isDeployment === true ? pods.workload.spec.at('replicas') : undefined;
    if (replicas?.exists === true && spec.at('autoscalerRef').isMap) {
      const got = replicas.isUnknown ? 'a number' : shown(replicas.value);
      yield remark(replicas, `must not be set where ${canary.resource} names an autoscaler, got ${got}, which every apply puts back`, 'drop replicas', { about: canary });
    }
  }),
};
