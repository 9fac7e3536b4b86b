import { judgeSelector } from './label-requirements';
import { dnsLabel, isEmpty, objectName, oneOf } from './pod-words';
import type { Field } from '../../graph/field';
import { parseQuantity } from '../../manifests/quantity';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, shown } from '../wording';

/* What is said of a claim that a pod makes for itself. */

const MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];
const ALONE = 'ReadWriteOncePod';
const CLAIM = 'PersistentVolumeClaim';

/** `spec` is what is claimed; without one there is nothing to tell that it is missing. */
export function* judgeClaim(spec: Field): Iterable<Remark> {
  if (!spec.isMap) {
    return;
  }
  const modes = spec.at('accessModes');
  if (!modes.isUnknown && modes.items().length === 0) {
    yield remark(modes, `must hold one of ${listed(MODES)}, got none`, 'write accessModes: [ReadWriteOnce]');
  }
  yield* modes.items().flatMap((mode) => [...oneOf(mode, MODES)]);
  const alone = modes.items().find(({ text }) => text === ALONE);
  if (alone !== undefined && modes.items().some(({ text = '' }) => text !== ALONE && MODES.includes(text))) {
    yield remark(alone, `cannot stand beside other modes, got ${listed(modes.items().flatMap(({ text }) => text ?? []))}`, 'drop the others');
  }
  const size = spec.at('resources', 'requests', 'storage');
  const amount = parseQuantity(size.value);
  if ((!size.exists && !size.isUnknown) || (amount !== undefined && amount <= 0)) {
    yield remark(size, `must be more than 0, got ${size.exists ? shown(size.value) : 'none'}`, 'write one such as storage: 1Gi');
  }
  yield* judgeSelector(spec.at('selector'));
  for (const name of [spec.at('storageClassName'), spec.at('volumeAttributesClassName')]) {
    yield* name.text === '' ? [] : objectName(name);
  }
  yield* oneOf(spec.at('volumeMode'), ['Block', 'Filesystem']);
  yield* judgeSources(spec.at('dataSource'), spec.at('dataSourceRef'));
}

function* judgeSources(source: Field, reference: Field): Iterable<Remark> {
  for (const each of [source, reference].filter(({ isMap }) => isMap)) {
    yield* judgeSource(each);
  }
  const namespace = reference.at('namespace');
  yield* namespace.text === '' ? [] : dnsLabel(namespace);
  if (!source.isMap || !reference.isMap) {
    return;
  }
  if (!isEmpty(namespace)) {
    yield remark(source, 'cannot stand beside the namespace of dataSourceRef', 'drop it');
  } else if (['apiGroup', 'kind', 'name'].some((key) => !source.at(key).isUnknown && !reference.at(key).isUnknown && source.textAt(key) !== reference.textAt(key))) {
    yield remark(source, `must say the same as dataSourceRef, got ${shown(source.value)} and ${shown(reference.value)}`, 'drop one of them');
  }
}

function* judgeSource(source: Field): Iterable<Remark> {
  for (const key of ['kind', 'name']) {
    if (isEmpty(source.at(key))) {
      yield remark(source.at(key), 'must be given, got none', `write the ${key} of what the volume begins with`);
    }
  }
  const [group, kind] = [source.at('apiGroup'), source.at('kind')];
  if (isEmpty(group) && kind.text !== undefined && kind.text !== '' && kind.text !== CLAIM) {
    yield remark(kind, `must be ${CLAIM} without an apiGroup, got ${shown(kind.text)}`, 'write its apiGroup');
  }
  yield* group.text === '' ? [] : objectName(group);
}
