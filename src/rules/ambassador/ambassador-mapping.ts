import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { MAPPING, MappingNode, PREVIEW_MAPPING } from '../../graph/mapping';
import type { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const ambassadorMapping: Rule = {
  id: 'ambassador-mapping',
  class: 'refused',
  summary: 'the Mappings that a Rollout splits by exist, have no weight, and lead to its stable Service',
  why: 'the controller refuses the Rollout as InvalidSpec; in a Mapping to another Service it finds no name to put that of the canary for',
  covers: ['RF-36', 'RF-37', 'RF-38'],
  check: (graph) => forEachRolloutWith(graph, ['ambassador'], function* (rollout): Iterable<Remark> {
    const mappings = rollout.trafficRouting.at('ambassador', 'mappings');
    if (rollout.trafficRouting.at('ambassador').isMap && !mappings.isUnknown && mappings.items().length === 0) {
      yield remark(mappings, 'must name at least one Mapping, got none', `write mappings: [${onlyName(rollout.namespace, graph.index.ofKind(MAPPING))}]`);
    }
    for (const field of mappings.items()) {
      yield* judge(field, rollout, graph);
    }
  }),
};

function* judge(field: Field, rollout: RolloutNode, { index }: Graph): Iterable<Remark> {
  const { text: name } = field;
  if (name === undefined) {
    return;
  }
  const node = index.find(MAPPING, rollout.namespace, name) ?? index.find(PREVIEW_MAPPING, rollout.namespace, name);
  if (!(node instanceof MappingNode)) {
    yield remark(
      field, `names Mapping ${name}, which is not in the input`, addOrRename(field, { kind: 'Mapping', name, namespace: rollout.namespace }, index.ofKind(MAPPING)),
      { missing: { kind: 'Mapping', name } },
    );
    return;
  }
  const weight = node.spec.at('weight');
  if (weight.number !== undefined && weight.number !== 0) {
    yield remark(weight, `must be left out, since Rollout ${rollout.name ?? ''} gives the canary its share and this Mapping gets the rest, got ${weight.number}`, 'drop it', { about: rollout });
  }
  yield* judgeService(node, rollout);
}

/** The controller puts the canary's Service where the name of the stable one stands first, whatever it is there a part of. */
function* judgeService(node: MappingNode, rollout: RolloutNode): Iterable<Remark> {
  const service = node.spec.at('service');
  const [stable, canary] = [rollout.service('stable')?.name, rollout.service('canary')?.name];
  if (service.text === undefined || stable === undefined || canary === undefined) {
    return;
  }
  if (node.service !== stable) {
    yield remark(
      service, `must lead to Service ${stable}, the stable one of Rollout ${rollout.name ?? ''}, got ${shown(service.text)}`,
      `${write(service, `${stable}${rollout.namespace === undefined ? '' : `.${rollout.namespace}`}`)} and the port`, { class: 'broken', about: rollout },
    );
  } else if (service.text.indexOf(stable) < node.hostStart) {
    yield remark(
      service, `must have the name of Service ${stable} nowhere before the host, since the controller writes ${canary} for the first one it finds, got ${shown(service.text)}`,
      'drop what stands before the host', { class: 'broken', about: rollout },
    );
  }
}
