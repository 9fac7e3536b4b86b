import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import type { RolloutNode } from '../../graph/rollout';
import { endsWithContentHash } from '../../manifests/content-hash';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const versionedConfig: Rule = {
  id: 'versioned-config',
  class: 'advice',
  summary: 'a ConfigMap that the pods of a Rollout use is a version of its own',
  why: 'a ConfigMap that is changed under the same name reaches the old pods as well, at their next start or at once: nothing of it is tried out on the canary, and an abort does not bring the old content back',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['configMapRef', 'configMapKeyRef', 'configMap'], (rollout) => judge(rollout, graph)),
};

function* judge(rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const told = new Set<string>();
  for (const place of namesIn(rollout.podTemplate)) {
    const name = place.text;
    const config = name === undefined || told.has(name) ? undefined : graph.index.find('ConfigMap', rollout.namespace, name);
    if (name !== undefined && config instanceof ResourceNode && !isVersion(config, name)) {
      told.add(name);
      yield remark(
        place, `names ConfigMap ${name}, whose content can change under this name: an abort would not bring the old one back`,
        'give it a name that changes with its content and immutable: true, and keep the old one; VersionedConfig and kustomize do the first', { about: config },
      );
    }
  }
}

function isVersion(config: ResourceNode, name: string): boolean {
  const immutable = config.root.at('immutable');
  return immutable.boolean === true || immutable.isUnknown || endsWithContentHash(name);
}

/** Every place of a pod template that names a ConfigMap. */
function* namesIn(template: Field | undefined): Iterable<Field> {
  const spec = template?.at('spec');
  for (const list of ['initContainers', 'containers']) {
    for (const container of spec?.at(list).items() ?? []) {
      yield* container.at('envFrom').items().map((source) => source.at('configMapRef', 'name'));
      yield* container.at('env').items().map((variable) => variable.at('valueFrom', 'configMapKeyRef', 'name'));
    }
  }
  for (const volume of spec?.at('volumes').items() ?? []) {
    yield volume.at('configMap', 'name');
    yield* volume.at('projected', 'sources').items().map((source) => source.at('configMap', 'name'));
  }
}
