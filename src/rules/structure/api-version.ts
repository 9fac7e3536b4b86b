import type { Graph } from '../../graph/graph';
import type { ResourceNode } from '../../graph/resource-node';
import { schemaOf } from '../../schema/kinds';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

/** Kinds that nobody else has, by their group, and how it begins where somebody gets it nearly right. */
const GROUPS: readonly { readonly group: string; readonly beginning: string; readonly kinds: ReadonlySet<string> }[] = [
  { group: 'argoproj.io', beginning: 'argo', kinds: new Set(['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun']) },
  { group: 'flagger.app', beginning: 'flagger', kinds: new Set(['Canary', 'MetricTemplate', 'AlertProvider']) },
];

export const apiVersion: Rule = {
  id: 'api-version',
  class: 'refused',
  summary: 'the kinds of Argo Rollouts and of Flagger have the one version that there is',
  why: 'the API server knows no such kind, and the object is not applied',
  covers: [],
  check: judge,
};

function* judge(graph: Graph): Iterable<Remark> {
  for (const node of graph.nodes) {
    const group = groupOf(node);
    const wanted = group === undefined ? undefined : schemaOf(`${node.kind}.${group}`)?.apiVersions[0];
    if (wanted === undefined || node.root.textAt('apiVersion') === wanted) {
      continue;
    }
    const written = node.root.at('apiVersion');
    if (!written.isUnknown) {
      yield remark(written, `must be ${wanted}, got ${written.exists ? shown(written.value) : 'none'}`, write(written, wanted));
    }
  }
}

function groupOf({ groupKind, kind }: ResourceNode): string | undefined {
  return GROUPS.find(({ group, beginning, kinds }) => (
    groupKind === `${kind}.${group}` || (kinds.has(kind) && (groupKind === kind || groupKind.startsWith(`${kind}.${beginning}`)))
  ))?.group;
}
