import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

export const oneScaler: Rule = {
  id: 'one-scaler',
  class: 'broken',
  summary: 'one thing decides how many pods a Rollout has',
  why: 'two autoscalers put their own numbers there in turn; KEDA scales by an autoscaler of its own, which counts as one',
  covers: [],
  check: (graph) => graph.scalers.length === 0 ? [] : forEachRollout(graph, function* (rollout): Iterable<Remark> {
    const { scalers, rangeElsewhere } = rollout;
    const names = [
      ...scalers.map((scaler) => scaler.resource),
      ...(rangeElsewhere.exists ? [`what the annotation ${rangeElsewhere.path[rangeElsewhere.path.length - 1]} tells of${rangeElsewhere.isUnknown ? '' : `, ${shown(rangeElsewhere.value)}`}`] : []),
    ];
    if (names.length > 1) {
      yield remark(rollout.spec.at('replicas'), `must be left to one of them, got ${listed(names)}`, 'drop the others', { about: scalers[0] });
    }
  }),
};
