import { isEmpty, oneOf, stepsBack } from './pod-words';
import type { Field } from '../../graph/field';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { shown } from '../wording';

/* What is said of the profiles that a container runs under, in fields and in the annotations that there were before. */

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const LONGEST_PROFILE = 4095;
const OWN = 'localhost/';
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const ARMOR_OF_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';
const MOST_ANNOTATIONS = 256 * 1024;

export function* judgeSeccomp(profile: Field): Iterable<Remark> {
  const path = profile.at('localhostProfile');
  yield* judgeType(profile);
  if (profile.textAt('type') === 'Localhost' && path.text !== undefined && (path.text.startsWith('/') || stepsBack(path.text))) {
    yield remark(path, `must be a path within the profiles of the kubelet, without .. and a / before it, got ${shown(path.text)}`, 'write one such as profiles/audit.json');
  } else if (profile.textAt('type') === 'Localhost' && !path.exists && !path.isUnknown) {
    yield remark(path, 'must be given beside type: Localhost, got none', 'write the file of the profile');
  }
}

export function* judgeArmor(profile: Field): Iterable<Remark> {
  const name = profile.at('localhostProfile');
  yield* judgeType(profile);
  if (profile.textAt('type') !== 'Localhost') {
    return;
  }
  if (isEmpty(name) || name.text?.trim() === '') {
    yield remark(name, 'must be given beside type: Localhost, got none', 'write the name of the profile');
  } else if (name.text !== undefined && (name.text !== name.text.trim() || name.text.length > LONGEST_PROFILE)) {
    yield remark(name, `must be the name of a profile, without blanks around it and with at most ${LONGEST_PROFILE} characters, got ${shown(name.text)}`, 'write its name');
  }
}

function* judgeType(profile: Field): Iterable<Remark> {
  const [type, own] = [profile.at('type'), profile.at('localhostProfile')];
  yield* oneOf(type, TYPES);
  if (type.text !== undefined && type.text !== 'Localhost' && TYPES.includes(type.text) && own.exists) {
    yield remark(own, `needs type: Localhost, got ${type.text}`, 'drop it, or write type: Localhost');
  }
}

/** What older pods say by annotations has to be what the fields say. */
export function* judgeAnnotations(annotations: Field, spec: Field, containers: readonly Field[]): Iterable<Remark> {
  const ofPod = spec.at('securityContext');
  let size = 0;
  for (const key of annotations.keys()) {
    const value = annotations.textAt(key) ?? '';
    size += key.length + value.length;
    if (key === MIRROR && isEmpty(spec.at('nodeName'))) {
      yield remark(annotations.at(key), 'cannot stand in a pod template: it marks pods that a kubelet made', 'drop it');
    } else if (key === SECCOMP_OF_POD) {
      yield* judgeSeccompNote(annotations.at(key), [ofPod.at('seccompProfile')]);
    } else if (key.startsWith(SECCOMP_OF_CONTAINER)) {
      const own = named(containers, key.slice(SECCOMP_OF_CONTAINER.length));
      yield* judgeSeccompNote(annotations.at(key), own.map((container) => container.at('securityContext', 'seccompProfile')));
    } else if (key.startsWith(ARMOR_OF_CONTAINER)) {
      const own = named(containers, key.slice(ARMOR_OF_CONTAINER.length));
      if (own.length === 0 && ['containers', 'initContainers'].every((list) => !spec.at(list).isUnknown)) {
        yield remark(annotations.at(key), 'must be of a container of the pod, got the name of none', 'drop it');
      }
      yield* judgeArmorNote(annotations.at(key), own, ofPod);
    }
  }
  if (size > MOST_ANNOTATIONS) {
    yield remark(annotations, `must have at most ${MOST_ANNOTATIONS} characters together, got ${size}`, 'put what is long into a ConfigMap');
  }
}

function named(containers: readonly Field[], name: string): readonly Field[] {
  return containers.filter((container) => container.textAt('name') === name || container.at('name').isUnknown);
}

function* judgeSeccompNote(note: Field, profiles: readonly Field[]): Iterable<Remark> {
  const { text = '' } = note;
  const isDefault = text === 'runtime/default' || text === 'docker/default';
  const isOwn = text.startsWith(OWN) && !text.startsWith(`${OWN}/`) && !stepsBack(text);
  if (note.isUnknown) {
    return;
  }
  if (!isDefault && !isOwn && text !== 'unconfined') {
    yield remark(note, `must be runtime/default, unconfined or localhost/ and a path, got ${shown(text)}`, 'drop it, and write seccompProfile in the securityContext');
    return;
  }
  yield* judgeMatch(note, profiles, isDefault ? 'RuntimeDefault' : isOwn ? 'Localhost' : 'Unconfined', text);
}

function* judgeArmorNote(note: Field, containers: readonly Field[], ofPod: Field): Iterable<Remark> {
  const { text = '' } = note;
  if (note.isUnknown) {
    return;
  }
  if (text !== '' && text !== 'runtime/default' && text !== 'unconfined' && !text.startsWith(OWN)) {
    yield remark(note, `must be runtime/default, unconfined or localhost/ and a name, got ${shown(text)}`, 'drop it, and write appArmorProfile in the securityContext');
    return;
  }
  const profiles = containers.map((container) => container.at('securityContext', 'appArmorProfile'));
  const type = text === '' ? '' : text === 'runtime/default' ? 'RuntimeDefault' : text === 'unconfined' ? 'Unconfined' : 'Localhost';
  yield* judgeMatch(note, profiles.map((profile) => profile.exists ? profile : ofPod.at('appArmorProfile')), type, text);
}

function* judgeMatch(note: Field, profiles: readonly Field[], type: string, text: string): Iterable<Remark> {
  for (const profile of profiles) {
    const said = profile.textAt('type');
    const own = profile.at('localhostProfile');
    if (said !== undefined && TYPES.includes(said) && (said !== type || (said === 'Localhost' && !own.isUnknown && own.text !== text.slice(OWN.length)))) {
      yield remark(note, `must say the same as ${profile.path.at(-1) === 'seccompProfile' ? 'seccompProfile' : 'appArmorProfile'}, got ${shown(text)} and ${said}`, 'drop it');
    }
  }
}
