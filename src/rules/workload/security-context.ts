import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { RolloutNode } from '../../graph/rollout';
import { from, isEmpty, oneOf } from '../pods/pod-words';
import { judgeAnnotations, judgeArmor, judgeSeccomp } from '../pods/security-profiles';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LARGEST_USER = 2 ** 31 - 1;
const OF_BOTH = ['runAsUser', 'runAsGroup'];
const WORDS: readonly (readonly [key: string, words: readonly string[]])[] = [
  ['fsGroupChangePolicy', ['Always', 'OnRootMismatch']],
  ['supplementalGroupsPolicy', ['Merge', 'Strict']],
  ['seLinuxChangePolicy', ['MountOption', 'Recursive']],
];
const LONGEST_SETTING = 253;
const SETTING = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

export const securityContext: Rule = {
  id: 'security-context',
  class: 'refused',
  summary: 'what pods may do and as whom is said once, in words and numbers that there are',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['securityContext', 'annotations'], function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    const ofPod = spec.at('securityContext');
    yield* ofPod.isMap ? judgePod(ofPod) : [];
    for (const container of containersOf(template)) {
      if (container.has('securityContext')) {
        yield* judgeContainer(container.at('securityContext'));
      }
    }
    if (template.at('metadata').has('annotations')) {
      yield* judgeAnnotations(template.at('metadata', 'annotations'), spec, containersOf(template));
    }
  }),
};

function* judgePod(context: Field): Iterable<Remark> {
  yield* [...OF_BOTH, 'fsGroup'].flatMap((key) => [...judgeUser(context.at(key))]);
  yield* context.at('supplementalGroups').items().flatMap((group) => [...judgeUser(group)]);
  yield* WORDS.flatMap(([key, words]) => [...oneOf(context.at(key), words)]);
  yield* judgeSeccomp(context.at('seccompProfile'));
  yield* judgeArmor(context.at('appArmorProfile'));
  const names = new Set<string>();
  for (const name of context.at('sysctls').items().map((one) => one.at('name'))) {
    if (isEmpty(name) || (name.text !== undefined && (name.text.length > LONGEST_SETTING || !SETTING.test(name.text)))) {
      yield remark(name, `must be the name of a setting of the kernel, got ${name.exists ? shown(name.text) : 'none'}`, 'write one such as net.core.somaxconn');
    } else if (name.text !== undefined && names.has(name.text)) {
      yield remark(name, `must be there once, got ${name.text} a second time`, 'drop one of them');
    }
    names.add(name.text ?? '');
  }
}

function* judgeContainer(context: Field): Iterable<Remark> {
  yield* OF_BOTH.flatMap((key) => [...judgeUser(context.at(key))]);
  yield* judgeMount(context.at('procMount'));
  yield* judgeSeccomp(context.at('seccompProfile'));
  yield* judgeArmor(context.at('appArmorProfile'));
  const escalation = context.at('allowPrivilegeEscalation');
  const added = context.at('capabilities', 'add').items().find(({ text }) => text === 'CAP_SYS_ADMIN');
  if (escalation.boolean === false && (context.at('privileged').boolean === true || added !== undefined)) {
    yield remark(escalation, `cannot be false beside ${added === undefined ? 'privileged: true' : 'CAP_SYS_ADMIN'}`, 'drop one of them');
  }
}

function* judgeMount(mount: Field): Iterable<Remark> {
  yield* oneOf(mount, ['Default', 'Unmasked']);
  // Kubernetes takes it beside hostUsers: false, which gets lost on the way to the controller's check
  if (mount.text === 'Unmasked' && mount.node instanceof RolloutNode) {
    yield remark(mount, 'cannot be Unmasked: the controller does not see hostUsers: false, which it needs', 'write procMount: Default, or drop it');
  }
}

function* judgeUser(user: Field): Iterable<Remark> {
  yield* from(user, 0, LARGEST_USER, 1000);
}
