import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const scalerReplicas: Rule = {
  id: 'scaler-replicas',
  class: 'risky',
  summary: 'a Rollout that something scales does not set replicas',
  why: 'every apply puts the number in the manifest back, under full load too, until the autoscaler corrects it',
  covers: ['GAP-33'],
  check: (graph) => graph.scalers.length === 0 ? [] : forEachRollout(graph, function* (rollout): Iterable<Remark> {
    const replicas = rollout.spec.at('replicas');
    // As long as it takes pods over it has to come with as many: see hand-over.
    const isNeeded = rollout.workloadReference?.handsOver === true;
    const scaler = replicas.exists && !isNeeded ? graph.scalers.find((each) => each.scales(rollout)) : undefined;
    if (scaler !== undefined) {
      yield remark(replicas, `must not be set beside ${scaler.resource}, got ${replicas.isUnknown ? 'a number' : shown(replicas.value)}, which every apply puts back`, 'drop replicas', { about: scaler });
    }
  }),
};
