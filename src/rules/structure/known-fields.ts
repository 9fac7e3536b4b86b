import { formatPath } from '../../graph/document';
import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import type { Fault } from '../../schema/fault';
import type { Shape } from '../../schema/shape';
import { forEachFault, meantBy } from '../faults';
import type { Rule } from '../rule';
import { listed, shown } from '../wording';

/** More names than this help nobody. */
const MOST_NAMES = 8;

export const knownFields: Rule = {
  id: 'known-fields',
  class: 'refused',
  summary: 'there are only fields that the kind has, each in its place',
  why: 'kubectl apply refuses the object, as it validates strictly by default; whatever does not, as many tools that apply, '
    + 'has the field dropped without a word, and the default applies instead',
  covers: ['GAP-27', 'GAP-28', 'PR-04', 'FJ-03', 'FGL-02'],
  givesWay: true,
  check: (graph: Graph) => forEachFault(graph, ['unknown'], (fault, node) => ({
    message: `must be a field of ${mapName(fault, node)}, got ${shown(fault.path[fault.path.length - 1])}`,
    fix: fixOf(fault, node),
  })),
};

function fixOf(fault: Fault, node: ResourceNode): string {
  const meant = meantBy(fault, node);
  if (meant !== undefined) {
    return 'below' in meant ? `move it below ${meant.below}` : `write ${meant.name}${valueOf(fault.value, meant.shape)}`;
  }
  const names = [...fault.shape.fields?.keys() ?? []];
  return names.length === 0 || names.length > MOST_NAMES ? 'take it out' : `take it out; there is ${listed(names)}`;
}

/** What else there is to write: a number, and one value as a list where such was meant. A text may be a secret. */
function valueOf(value: unknown, { type }: Shape): string {
  if (type !== 'list' || Array.isArray(value) || value === null) {
    return typeof value === 'number' || typeof value === 'boolean' ? `: ${value}` : '';
  }
  return typeof value === 'object' ? ', a list' : `: [${shown(value)}]`;
}

/** `steps[2]`; the kind for the document itself. */
function mapName({ path }: Fault, node: ResourceNode): string {
  const around = path.slice(0, -1);
  const isElement = typeof around.at(-1) === 'number';
  return around.length === 0 ? `a ${node.kind}` : formatPath(around.slice(isElement ? -2 : -1));
}
