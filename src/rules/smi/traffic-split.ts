import { ResourceNode } from '../../graph/resource-node';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const TRAFFIC_SPLIT = 'TrafficSplit.split.smi-spec.io';

export const trafficSplit: Rule = {
  id: 'traffic-split',
  class: 'broken',
  summary: 'nobody else writes the TrafficSplit that the controller writes for a Rollout',
  why: 'the controller touches no TrafficSplit of that name that it has not made, and no step moves traffic: it says so in its log alone',
  covers: ['TR-08'],
  check: (graph) => forEachRolloutWith(graph, ['smi'], function* (rollout): Iterable<Remark> {
    const smi = rollout.trafficRouting.at('smi');
    const setting = smi.at('trafficSplitName');
    const name = setting.exists && setting.text !== '' ? setting.text : rollout.name;
    const split = !smi.isMap || name === undefined ? undefined : graph.index.find(TRAFFIC_SPLIT, rollout.namespace, name);
    if (split instanceof ResourceNode) {
      yield remark(
        split.metadata.at('name'), `must not be ${name}, which is what the controller calls the TrafficSplit that it makes for ${rollout.resource}`,
        'drop it from the manifests, or give it another name', { about: rollout },
      );
    }
  }),
};
