import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import { schemaOf } from '../../schema/kinds';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const GROUP = 'argoproj.io';
/** Nobody else has kinds of these names. */
const OWN_KINDS: ReadonlySet<string> = new Set(['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun']);

export const apiVersion: Rule = {
  id: 'api-version',
  class: 'refused',
  summary: 'the kinds of Argo Rollouts have the one version that there is',
  why: 'the API server knows no such kind, and the object is not applied',
  covers: [],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  for (const node of graph.nodes) {
    const wanted = isOurs(node) ? schemaOf(`${node.kind}.${GROUP}`)?.apiVersions[0] : undefined;
    if (wanted === undefined || node.root.textAt('apiVersion') === wanted) {
      continue;
    }
    const written = node.root.at('apiVersion');
    if (!written.isUnknown) {
      yield remark(written, `must be ${wanted}, got ${written.exists ? shown(written.value) : 'none'}`, write(written, wanted));
    }
  }
}

function isOurs({ groupKind, kind }: ResourceNode): boolean {
  return groupKind === `${kind}.${GROUP}` || (OWN_KINDS.has(kind) && (groupKind === kind || groupKind.startsWith(`${kind}.argo`)));
}
