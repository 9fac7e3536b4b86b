import { formatPath } from '../../graph/document';
import { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import type { TwinFault } from '../../schema/fault';
import { forEachFault } from '../faults';
import type { FaultWords } from '../faults';
import type { Rule } from '../rule';
import { listed, shown } from '../wording';

export const uniqueElements: Rule = {
  id: 'unique-elements',
  class: 'refused',
  summary: 'no element of a list with keys is there twice',
  why: 'the API server tells these elements apart by their keys, and refuses the object',
  covers: [],
  givesWay: true,
  check: (graph: Graph) => forEachFault(graph, ['twin'], (fault, node) => isTold(fault, node) ? words(fault, node) : undefined),
};

/** Kubernetes' own kinds keep most such elements, and take the last; of pods the controller is told what they are worth. */
function isTold({ path, isLate }: TwinFault, node: ResourceNode): boolean {
  const list = path.filter((key) => typeof key === 'string').at(-1);
  return node.schema?.isNative === true ? node.groupKind === 'Service' && list === 'ports' : !isLate || list === 'volumes';
}

function words({ twin, shape, value }: TwinFault, node: ResourceNode): FaultWords {
  const before = formatPath(twin.slice(-2));
  if (shape.keys === undefined) {
    return { message: `must be there once, got ${shown(value)} as in ${before}`, fix: 'take it out' };
  }
  const element = new Field(node, value);
  const keys = shape.keys.map((key, index) => ({ key, value: element.valueAt(key) ?? shape.keyDefaults[index] }));
  return {
    message: `must differ from ${before} in ${listed(shape.keys)}, got ${listed(keys.filter((one) => one.value !== undefined).map((one) => `${one.key} ${shown(one.value)}`))} again`,
    fix: 'take one of the two out',
    below: shape.keys.length === 1 ? shape.keys : [],
  };
}
