import { MAPPING } from '../../graph/mapping';
import { canaryMappingName } from '../../manifests/names';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const ambassadorCanaryMapping: Rule = {
  id: 'ambassador-canary-mapping',
  class: 'broken',
  summary: 'the name under which the controller writes the Mapping of a canary is free',
  why: 'the controller takes a Mapping of that name for its own, writes weights to it, and deletes it when the rollout ends',
  covers: ['TR-15'],
  check: (graph) => forEachRolloutWith(graph, ['ambassador'], function* (rollout): Iterable<Remark> {
    const owners = new Map<string, string>();
    for (const field of rollout.trafficRouting.at('ambassador', 'mappings').items()) {
      const { text: name } = field;
      if (name === undefined || name === '') {
        continue;
      }
      const canary = canaryMappingName(name);
      const twin = owners.get(canary);
      if (twin !== undefined) {
        yield remark(
          field, twin === name ? `must be another Mapping, got ${name} again` : `must differ from ${twin} in its first 246 characters, which are all that the canary's Mapping keeps`,
          twin === name ? 'drop it' : 'rename one of them',
        );
      }
      owners.set(canary, name);
      const node = graph.index.find(MAPPING, rollout.namespace, canary);
      // what comes out of a cluster may well be the controller's
      if (node !== undefined && twin === undefined && !graph.nodes[node.document].metadata.has('uid')) {
        yield remark(
          field, `needs the name ${canary} for the canary's Mapping, and a Mapping of that name is there: the controller writes its weight, and deletes it when the rollout ends`,
          `rename or drop Mapping ${canary}`, { about: node },
        );
      }
    }
  }),
};
