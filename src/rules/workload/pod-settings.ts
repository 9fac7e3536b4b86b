import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { objectName, oneOf, oneOfOrEmpty } from '../pods/pod-words';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const PULLS = ['Always', 'IfNotPresent', 'Never'];
const LAST_WORDS = ['File', 'FallbackToLogsOnError'];
const PREEMPTION = ['PreemptLowerPriority', 'Never'];
/** An empty one is as good as none. */
const NAMES = ['serviceAccountName', 'priorityClassName'];
/** A Rollout without these has nothing to be judged. */
const MENTIONED = [
  'imagePullPolicy', 'terminationMessagePolicy', 'preemptionPolicy', ...NAMES, 'runtimeClassName', 'restartPolicy', 'resizePolicy', 'ephemeralContainers',
];

export const podSettings: Rule = {
  id: 'pod-settings',
  class: 'refused',
  summary: 'pods are pulled, named and started as they can be',
  why: 'the definition of the Rollout takes any word there, and pods with it cannot be made: the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, MENTIONED, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    yield* oneOf(spec.at('preemptionPolicy'), PREEMPTION);
    for (const name of NAMES) {
      yield* spec.has(name) && spec.textAt(name) !== '' ? objectName(spec.at(name)) : [];
    }
    yield* objectName(spec.at('runtimeClassName'));
    for (const container of containersOf(template)) {
      yield* oneOfOrEmpty(container.at('imagePullPolicy'), PULLS);
      yield* oneOfOrEmpty(container.at('terminationMessagePolicy'), LAST_WORDS);
    }
    yield* judgeRestarts(spec);
    const ephemeral = spec.at('ephemeralContainers');
    if (ephemeral.items().length > 0) {
      yield remark(ephemeral, 'cannot stand in a pod template: they are added to pods that run', 'drop them');
    }
  }),
};

function* judgeRestarts(spec: Field): Iterable<Remark> {
  for (const [index, container] of spec.at('containers').items().entries()) {
    if (container.has('restartPolicy')) {
      const policy = container.at('restartPolicy');
      yield remark(policy, `cannot be set for a container, got ${shown(policy.value)}`, index === 0 ? 'drop it' : 'drop it, or move the container to initContainers, where Always makes it a sidecar');
    }
  }
  for (const container of spec.has('initContainers') ? spec.at('initContainers').items() : []) {
    yield* oneOf(container.at('restartPolicy'), ['Always']);
    if (container.at('resizePolicy').items().length > 0) {
      yield remark(container.at('resizePolicy'), 'cannot be set for an init container', 'drop it');
    }
  }
}
