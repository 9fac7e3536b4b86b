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
      const { file } = first.source;
      const place = `document ${first.document + 1}${file === undefined ? '' : ` (${file})`}`;
      yield remark(
        node.metadata.at('name'), `must be a name of its own, and ${node.resource} is already ${place}`,
        `write another name, such as ${node.name}-2, or drop one of them`, { about: first },
      );
    }
  }
}
