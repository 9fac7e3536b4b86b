import type { Graph } from '../../graph/graph';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const uniqueResources: Rule = {
  id: 'unique-resources',
  class: 'broken',
  summary: 'no two objects have the same kind, namespace and name',
  why: 'the one that is applied last overwrites the other',
  covers: [],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  for (const node of graph.nodes) {
    if (node.name === undefined || node.groupKind === '') {
      continue;
    }
    const first = graph.index.named(node.groupKind, node.name).find(({ namespace }) => namespace === node.namespace);
    if (first !== undefined && first !== node) {
      const { source, document } = first;
      // documents are counted over all files, in which nobody finds the one that is meant
      const place = source.file === undefined ? `document ${document + 1}` : `in ${source.file}, line ${source.locate?.(['metadata', 'name'])?.line ?? 1}`;
      yield remark(
        node.metadata.at('name'), `must be a name of its own, and ${node.resource} is already ${place}`,
        `write name: ${node.name}-2, or drop one of them`, { about: first },
      );
    }
  }
}
