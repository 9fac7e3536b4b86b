import type { CanaryNode } from '../../graph/canary';
import type { Graph } from '../../graph/graph';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryTarget: Rule = {
  id: 'canary-target',
  class: 'broken',
  summary: 'a Canary names a workload that exists, and that no other Canary drives',
  why: 'without it the Canary stays in Initializing; two of them change its replicas, its primary and its Services in turn, and Flagger tells its log alone',
  covers: ['FT-01', 'FV-05', 'FV-06'],
  *check(graph): Iterable<Remark> {
    yield* forEachCanary(graph, (canary) => judge(canary, graph));
    yield* judgeShared(graph.canaries);
  },
};

function* judge(canary: CanaryNode, { index }: Graph): Iterable<Remark> {
  if (!canary.spec.exists && !canary.spec.isUnknown) {
    yield remark(canary.spec, 'must be there, got none: Flagger ends at such a Canary, and at each attempt to start again', 'write spec, with targetRef, service and analysis, or take the Canary out');
  }
  const { namespace, targetKind: kind, targetName: name, targetGroupKind } = canary;
  if (canary.target !== undefined || kind === undefined || name === undefined || targetGroupKind === undefined) {
    return;
  }
  const field = canary.spec.at('targetRef', 'name');
  const elsewhere = index.named(targetGroupKind, name).map((node) => node.namespace ?? '');
  const found = elsewhere.length === 0 ? 'is not in the input' : `is in namespace ${elsewhere.join(', ')}, the Canary in ${namespace ?? 'its namespace'}`;
  yield remark(field, `names ${kind} ${name}, which ${found}`, addOrRename(field, { kind, name, namespace }, index.ofKind(targetGroupKind)), { missing: { kind, name } });
}

/** Flagger compares names alone, whatever kinds they are of. */
function* judgeShared(canaries: readonly CanaryNode[]): Iterable<Remark> {
  const first = new Map<string, CanaryNode>();
  for (const canary of canaries) {
    const key = JSON.stringify([canary.namespace, canary.targetName]);
    const other = first.get(key);
    first.set(key, other ?? canary);
    // of the same Canary written twice another rule speaks
    if (other !== undefined && canary.targetName !== undefined && other.resource !== canary.resource) {
      yield remark(
        canary.spec.at('targetRef', 'name'), `must be a workload of its own, got ${canary.targetName}, which ${other.resource} drives too`,
        'drop one of the two Canaries', { about: other },
      );
    }
  }
}
