import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import type { WorkloadReference } from '../../graph/workload-reference';
import { write } from '../fix';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** What to do with what cannot be taken over. */
const INSTEAD: Readonly<Record<string, string>> = {
  StatefulSet: 'leave the StatefulSet as it is, with its updateStrategy.rollingUpdate.partition; a Rollout keeps neither the names nor the volumes of its pods',
  DaemonSet: 'leave the DaemonSet as it is, with its own rolling update; a Rollout has a number of pods, not one for each node',
};

export const workloadReference: Rule = {
  id: 'workload-reference',
  class: 'refused',
  summary: 'a workloadRef names a Deployment, a ReplicaSet or a PodTemplate that exists, and nothing stands beside it',
  why: 'the controller reads the pod template there, and without it the Rollout is InvalidSpec: nothing happens until it appears',
  covers: ['RO-06', 'RO-08', 'RO-19'],
  check: (graph) => forEachRolloutWith(graph, ['workloadRef'], function* (rollout): Iterable<Remark> {
    const reference = rollout.workloadReference;
    if (reference !== undefined) {
      yield* judgeTarget(reference, rollout, graph);
      yield* judgeTemplate(rollout, reference);
      yield* judgeSelector(rollout, reference);
    }
  }),
};

function* judgeTarget(reference: WorkloadReference, rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const { field, groupKind, kind, name, workload } = reference;
  for (const key of ['kind', 'name']) {
    if (!field.at(key).exists && !field.at(key).isUnknown) {
      yield remark(field.at(key), 'must be given, got nothing', key === 'kind' ? `write ${key}: Deployment` : `write name: ${groupKind === undefined ? '...' : onlyName(rollout.namespace, graph.index.ofKind(groupKind))}`);
    }
  }
  if (groupKind === undefined) {
    return;
  }
  if (!reference.isSupported) {
    const version = field.at('apiVersion');
    const meant = ['Deployment', 'ReplicaSet', 'PodTemplate'].includes(kind ?? '');
    yield meant
      ? remark(version, `must be ${kind === 'PodTemplate' ? 'v1' : 'apps/v1'} for a ${kind}, got ${version.text ?? 'nothing'}`, write(version, kind === 'PodTemplate' ? 'v1' : 'apps/v1'))
      : remark(field.at('kind'), `must be Deployment, ReplicaSet or PodTemplate, got ${kind}`, INSTEAD[kind ?? ''] ?? 'name what holds the template of the pods');
  } else if (kind !== undefined && name !== undefined && workload === undefined) {
    yield remark(
      field.at('name'), `names ${kind} ${name}, which is not in the input`,
      addOrRename(field.at('name'), { kind, name, namespace: rollout.namespace }, graph.index.ofKind(groupKind)), { missing: { kind, name } },
    );
  }
}

/** The controller looks at the metadata alone, and overwrites all else. */
function* judgeTemplate({ spec }: RolloutNode, { kind, name }: WorkloadReference): Iterable<Remark> {
  const template = spec.at('template');
  const written = ['labels', 'annotations'].map((key) => template.at('metadata', key)).find((field) => field.keys().length > 0);
  const owner = `${kind ?? 'the workload'} ${name ?? ''}`.trim();
  if (written !== undefined) {
    yield remark(written, `must not stand beside workloadRef, whose ${owner} has the template`, 'drop template, or drop workloadRef');
  } else if (template.isMap && template.at('spec').isMap) {
    yield remark(template, `does nothing beside workloadRef: the pods are those of ${owner}`, 'drop template, or drop workloadRef', { class: 'broken' });
  }
}

function* judgeSelector(rollout: RolloutNode, reference: WorkloadReference): Iterable<Remark> {
  const selector = rollout.spec.at('selector');
  if (reference.groupKind === 'PodTemplate' && !selector.exists && !selector.isUnknown) {
    const labels = reference.podTemplate?.at('metadata', 'labels');
    const key = labels?.keys().find((each) => labels.textAt(each) !== undefined);
    yield remark(
      selector, 'must select the pods, since a PodTemplate has no selector to take over, got no selector',
      key === undefined ? 'write matchLabels that the pods of the PodTemplate have' : `write selector: { matchLabels: { ${key}: ${labels?.textAt(key)} } }`,
    );
  }
}
