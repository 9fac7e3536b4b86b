import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isDnsSubdomain } from '../../manifests/names';
import { write } from '../fix';
import { judgeAmountOfContainer, judgeFieldOfPod } from '../pods/downward-fields';
import { dnsLabel, isEmpty, stepsBack } from '../pods/pod-words';
import { sourcesOf } from '../pods/volume-origin';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

/** Kubernetes allows more from 1.34 on, the controller does not. */
const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const DOTS = /^\.\.?$|^\.\./;
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];
const FIELDS = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
];
const KEY = /^[-._a-zA-Z0-9]+$/;
const LONGEST_KEY = 253;
/** What stands in a file may be any character that can be seen but =. */
const KEY_OF_FILE = /^[ -<>-~]+$/;

export const environment: Rule = {
  id: 'environment',
  class: 'refused',
  summary: 'a variable of a container has a name that it can have, and one value',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['env', 'envFrom'], function* (template): Iterable<Remark> {
    for (const container of containersOf(template)) {
      for (const variable of container.has('env') ? container.at('env').items() : []) {
        yield* judge(variable, template);
      }
      for (const source of container.has('envFrom') ? container.at('envFrom').items() : []) {
        yield* judgeAll(source);
      }
    }
  }),
};

function* judge(variable: Field, template: Field): Iterable<Remark> {
  const name = variable.at('name');
  if (name.text !== undefined && !isName(name.text)) {
    const meant = name.text.replace(/[^-._a-zA-Z0-9]+/g, '_').replace(/^([0-9]|\.\.?)/, '_$1');
    yield remark(name, `must be letters, digits, _ - and ., not beginning with a digit, got ${shown(name.text)}`, meant === '' ? 'write a name' : write(name, meant));
  }
  if (!variable.has('valueFrom')) {
    return;
  }
  const given = variable.at('valueFrom');
  const sources = SOURCES.filter((key) => given.has(key));
  if (given.isUnknown) {
    return;
  }
  if (sources.length === 0) {
    yield remark(given, `must be one of ${listed(SOURCES)}, got ${given.keys().length === 0 ? 'none of them' : listed(given.keys())}`, 'write { configMapKeyRef: { name: ..., key: ... } }');
  } else if (sources.length > 1) {
    yield remark(given, `must be one of ${listed(SOURCES)}, got ${listed(sources)}`, `keep ${sources[0]}`);
  } else if (variable.textAt('value') !== undefined && variable.textAt('value') !== '') {
    yield remark(given, `cannot stand beside a value, got ${shown(variable.at('value').value)} and ${sources[0]}`, 'keep one');
  }
  yield* judgeSource(given);
  if (given.has('fileKeyRef')) {
    yield* judgeFile(given.at('fileKeyRef'), template.at('spec', 'volumes'));
  }
}

/** All keys of a ConfigMap or a Secret. */
function* judgeAll(source: Field): Iterable<Remark> {
  const given = ['configMapRef', 'secretRef'].filter((key) => source.has(key));
  if (source.isMap && given.length !== 1) {
    yield remark(source, `must be a configMapRef or a secretRef, got ${given.length === 0 ? 'none' : 'both'}`, given.length === 0 ? 'write { configMapRef: { name: ... } }' : 'make it two');
  }
  for (const kind of given) {
    yield* judgeName(source.at(kind), true);
  }
  const prefix = source.at('prefix');
  if (prefix.text !== undefined && prefix.text !== '' && !isName(prefix.text)) {
    yield remark(prefix, `must be letters, digits, _ - and ., not beginning with a digit, got ${shown(prefix.text)}`, write(prefix, `_${prefix.text.replace(/[^-._a-zA-Z0-9]+/g, '_')}`));
  }
}

function* judgeSource(given: Field): Iterable<Remark> {
  for (const kind of ['configMapKeyRef', 'secretKeyRef'].filter((each) => given.has(each))) {
    const key = given.at(kind, 'key');
    yield* judgeName(given.at(kind), false);
    if (key.text !== undefined && (!KEY.test(key.text) || key.text.length > LONGEST_KEY || DOTS.test(key.text))) {
      yield remark(key, `must be letters, digits, - _ and ., got ${shown(key.text)}`, `write a key of the ${kind === 'secretKeyRef' ? 'Secret' : 'ConfigMap'}`);
    }
  }
  yield* judgeAmountOfContainer(given.at('resourceFieldRef'));
  yield* judgeFieldOfPod(given.at('fieldRef'), FIELDS);
}

/** Where all keys are taken, the controller looks at the name as at the beginning of one. */
function* judgeName(reference: Field, isBeginning: boolean): Iterable<Remark> {
  const name = reference.at('name');
  const what = String(reference.path.at(-1)).startsWith('secret') ? 'Secret' : 'ConfigMap';
  if (reference.isMap && isEmpty(name)) {
    yield remark(name, `must be the name of a ${what}, got none`, 'write its name');
  } else if (name.text !== undefined && !isDnsSubdomain(isBeginning ? name.text.replace(/.-$/, 'a') : name.text)) {
    yield remark(name, `must be the name of a ${what}, lower-case letters, digits, - and ., got ${shown(name.text)}`, 'write its name');
  }
}

/** A key of a file, which another container writes into a volume that both have. */
function* judgeFile(file: Field, volumes: Field): Iterable<Remark> {
  const [key, path, name] = [file.at('key'), file.at('path'), file.at('volumeName')];
  if (key.text !== undefined && !KEY_OF_FILE.test(key.text)) {
    yield remark(key, `must be a key of the file, without =, got ${shown(key.text)}`, 'write one');
  }
  if (path.text !== undefined && (path.text === '' || stepsBack(path.text))) {
    yield remark(path, `must be a path within the volume, without .., got ${shown(path.text)}`, 'write where the file is');
  }
  const volume = volumes.items().find((each) => each.textAt('name') === name.text);
  if (name.text === undefined || name.text === '' || volumes.isUnknown || volumes.items().some((each) => each.at('name').isUnknown)) {
    yield* name.text === '' ? dnsLabel(name) : [];
  } else if (volume === undefined || sourcesOf(volume).some((kind) => kind !== 'emptyDir')) {
    yield remark(name, `must be a volume of the pod that is an emptyDir, got ${shown(name.text)}, which is ${volume === undefined ? 'none' : 'another'}`, 'write the name of one');
  }
}

function isName(text: string): boolean {
  return NAME.test(text) && !DOTS.test(text);
}
