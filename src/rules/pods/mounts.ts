import { innerPath, oneOf, stepsBack } from './pod-words';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { shown } from '../wording';

/* What is said of where a container has its volumes. */

const TO_HOST = 'Bidirectional';
const PROPAGATIONS = ['None', 'HostToContainer', TO_HOST];
const READ_ONLY = ['Disabled', 'IfPossible', 'Enabled'];
/** What can be used as a disk, without files. */
const DISKS = ['persistentVolumeClaim', 'ephemeral'];

/** A volume as a directory. */
export function* judgeMount(mount: Field, container: Field, devices: readonly Field[]): Iterable<Remark> {
  const path = mount.at('mountPath');
  if (path.text === '') {
    yield remark(path, 'must be a path in the container, got an empty one', write(path, `/${mount.textAt('name') ?? 'data'}`));
  }
  const expression = mount.at('subPathExpr');
  yield* innerPath(mount.at('subPath'));
  yield* innerPath(expression);
  if (mount.textAt('subPath') !== undefined && mount.textAt('subPath') !== '' && mount.has('subPathExpr') && expression.text !== '') {
    yield remark(expression, 'cannot stand beside subPath', 'keep one');
  }
  for (const [key, of] of [['name', 'name'], ['mountPath', 'devicePath']]) {
    const text = mount.textAt(key);
    if (text !== undefined && devices.some((device) => device.textAt(of) === text)) {
      yield remark(mount.at(key), `must not be in volumeDevices as well, got ${shown(text)}`, 'drop one of them');
    }
  }
  yield* judgePropagation(mount, container);
}

function* judgePropagation(mount: Field, container: Field): Iterable<Remark> {
  const [propagation, readOnly] = [mount.at('mountPropagation'), mount.at('recursiveReadOnly')];
  yield* oneOf(propagation, PROPAGATIONS);
  yield* oneOf(readOnly, READ_ONLY);
  const privileged = container.at('securityContext', 'privileged');
  if (propagation.text === TO_HOST && privileged.boolean !== true && !privileged.isUnknown) {
    yield remark(propagation, 'needs a container with securityContext: { privileged: true }', 'write HostToContainer, or let it be privileged');
  }
  if (readOnly.text === undefined || readOnly.text === 'Disabled' || !READ_ONLY.includes(readOnly.text)) {
    return;
  }
  if (mount.at('readOnly').boolean !== true && !mount.at('readOnly').isUnknown) {
    yield remark(readOnly, 'needs readOnly: true', 'write readOnly: true beside it');
  }
  if (propagation.exists && propagation.text !== 'None' && !propagation.isUnknown) {
    yield remark(readOnly, `needs mountPropagation: None, got ${shown(propagation.value)}`, 'drop one of them');
  }
}

/** A volume as a disk; `volume` is what it is of the pod, if there is one. */
export function* judgeDevice(device: Field, devices: readonly Field[], volume: Field | undefined): Iterable<Remark> {
  const [name, path] = [device.at('name'), device.at('devicePath')];
  const twin = devices.slice(0, devices.findIndex(({ value }) => value === device.value)).find((other) => path.text !== undefined && other.textAt('devicePath') === path.text);
  if (path.text === '') {
    yield remark(path, 'must be a path in the container, got an empty one', write(path, '/dev/xvda'));
  } else if (path.text !== undefined && stepsBack(path.text)) {
    yield remark(path, `must not contain .., got ${shown(path.text)}`, 'write the whole path');
  } else if (twin !== undefined) {
    yield remark(path, `must be a path of its own, got ${shown(path.text)} a second time`, 'write another one');
  }
  if (devices.some((other) => other.value !== device.value && name.text !== undefined && other.textAt('name') === name.text)) {
    yield remark(name, `must be there once, got ${shown(name.text)} several times`, 'drop the others');
  }
  if (volume !== undefined && !DISKS.some((key) => volume.has(key) || volume.at(key).isUnknown)) {
    yield remark(name, 'must be a persistentVolumeClaim or an ephemeral volume, got another one', 'mount it in volumeMounts');
  }
}
