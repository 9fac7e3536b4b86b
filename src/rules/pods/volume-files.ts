import { judgeAmountOfContainer, judgeFieldOfPod } from './downward-fields';
import { filePath, isEmpty } from './pod-words';
import { judgeTrust } from './projected-trust';
import type { Field } from '../../graph/field';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, shown } from '../wording';

/* What is said of the files of volumes that are made of objects. */

const LARGEST_MODE = 0o777;
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid'];
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

/** Of a ConfigMap or a Secret. */
export function* judgeFiles(source: Field): Iterable<Remark> {
  yield* judgeMode(source.at('defaultMode'));
  for (const item of source.at('items').items()) {
    yield* judgeMode(item.at('mode'));
    yield* filePath(item.at('path'));
    if (isEmpty(item.at('key'))) {
      yield remark(item.at('key'), 'must be given, got none', 'write the key that the file is made of');
    }
  }
}

/** Of the pod itself. */
export function* judgeDownward(source: Field): Iterable<Remark> {
  yield* judgeMode(source.at('defaultMode'));
  for (const file of source.at('items').items()) {
    const [field, amount] = [file.at('fieldRef'), file.at('resourceFieldRef')];
    yield* filePath(file.at('path'));
    yield* judgeMode(file.at('mode'));
    yield* judgeFieldOfPod(field, FIELDS);
    yield* field.exists ? [] : judgeAmountOfContainer(amount);
    if (field.exists === amount.exists && !field.isUnknown && !amount.isUnknown) {
      yield remark(file, `must be a fieldRef or a resourceFieldRef, got ${field.exists ? 'both' : 'none'}`, field.exists ? 'make it two' : 'write fieldRef: { fieldPath: metadata.labels }');
    } else if (amount.isMap && isEmpty(amount.at('containerName'))) {
      yield remark(amount.at('containerName'), 'must be given in a volume, got none', 'write the name of the container');
    }
  }
}

/** Of several of them. */
export function* judgeProjected(volume: Field): Iterable<Remark> {
  const taken = new Set<string>();
  yield* judgeMode(volume.at('defaultMode'));
  for (const source of volume.at('sources').items()) {
    const kinds = source.keys().filter((key) => source.has(key));
    if (kinds.length > 1) {
      yield remark(source, `must come from one place, got ${listed(kinds)}`, 'make it one for each');
    }
    yield* judgeProjection(source);
    for (const path of pathsOf(source)) {
      if (path.text !== undefined && path.text !== '' && taken.has(path.text)) {
        yield remark(path, `must be a path of its own in the volume, got ${shown(path.text)} a second time`, 'write another one');
      }
      taken.add(path.text ?? '');
    }
  }
}

function* judgeProjection(source: Field): Iterable<Remark> {
  for (const kind of ['configMap', 'secret'].filter((each) => source.at(each).isMap)) {
    yield* judgeFiles(source.at(kind));
    if (isEmpty(source.at(kind, 'name'))) {
      yield remark(source.at(kind, 'name'), `must be given for a ${kind}, got none`, 'write its name');
    }
  }
  yield* judgeDownward(source.at('downwardAPI'));
  const token = source.at('serviceAccountToken');
  if (token.isMap) {
    const seconds = token.at('expirationSeconds');
    yield* filePath(token.at('path'));
    if (seconds.number !== undefined && (seconds.number < SHORTEST_TOKEN || seconds.number > LONGEST_TOKEN)) {
      yield remark(seconds, `must be from ${SHORTEST_TOKEN} to ${LONGEST_TOKEN}, got ${seconds.number}`, write(seconds, 3600));
    }
  }
  yield* judgeTrust(source);
}

/** A token has a directory of its own in the check, and no other file is compared with it. */
function pathsOf(source: Field): readonly Field[] {
  const items = ['secret', 'configMap', 'downwardAPI'].flatMap((kind) => source.at(kind, 'items').items().map((item) => item.at('path')));
  const certificate = ['credentialBundlePath', 'keyPath', 'certificateChainPath'].map((key) => source.at('podCertificate', key));
  return [...items, source.at('clusterTrustBundle', 'path'), ...certificate].filter(({ exists }) => exists);
}

function* judgeMode(mode: Field): Iterable<Remark> {
  if (mode.number !== undefined && (mode.number < 0 || mode.number > LARGEST_MODE)) {
    yield remark(mode, `must be from 0 to 511, which is 0777 in octal, got ${mode.number}`, mode.number === 644 ? `${write(mode, 420)}, which is 0644 in octal` : 'write it in octal, such as 0644');
  }
}
