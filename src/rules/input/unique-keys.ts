import type { Graph } from '../../graph/graph';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const uniqueKeys: Rule = {
  id: 'unique-keys',
  class: 'broken',
  summary: 'no key stands twice in a map',
  why: 'kubectl takes the last one and drops the others without a word; Kustomize and most editors refuse the file',
  covers: [],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  for (const { source, root } of graph.nodes) {
    for (const { path, kind } of source.written?.() ?? []) {
      const key = shown(path[path.length - 1]);
      if (kind === 'twice') {
        yield remark(root.at(...path), `must stand once in its map, got ${key} again, and this is the one that counts`, 'keep one of them');
      } else if (kind === 'merged') {
        yield remark(root.at(...path), `must not be overwritten by what "<<" merges, got ${key} before it, where kubectl lets the merged one count and others do not`, 'put "<<" first in its map');
      }
    }
  }
}
