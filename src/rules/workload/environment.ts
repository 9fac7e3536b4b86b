import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isLabelKey } from '../../manifests/names';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

/** Kubernetes allows more from 1.34 on, the controller does not. */
const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'];
const FIELDS = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName',
  'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
];
const OF_A_KEY = /^metadata\.(labels|annotations)\['(.+)'\]$/;
const AMOUNTS = ['limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage'];
const AMOUNT_OF_PAGES = /^(limits|requests)\.hugepages-/;
const KEY = /^[-._a-zA-Z0-9]+$/;

export const environment: Rule = {
  id: 'environment',
  class: 'refused',
  summary: 'a variable of a container has a name that it can have, and one value',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
    for (const container of containersOf(template)) {
      for (const variable of container.has('env') ? container.at('env').items() : []) {
        yield* judge(variable);
      }
      for (const source of container.has('envFrom') ? container.at('envFrom').items() : []) {
        yield* judgeAll(source);
      }
    }
  }),
};

function* judge(variable: Field): Iterable<Remark> {
  const name = variable.at('name');
  if (name.text !== undefined && (!NAME.test(name.text) || /^\.\.?$|^\.\./.test(name.text))) {
    const meant = name.text.replace(/[^-._a-zA-Z0-9]+/g, '_').replace(/^([0-9]|\.\.)/, '_$1');
    yield remark(name, `must be letters, digits, _ - and ., not beginning with a digit, got ${shown(name.text)}`, meant === '' ? 'write a name' : `write ${meant}`);
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
}

/** All keys of a ConfigMap or a Secret. */
function* judgeAll(source: Field): Iterable<Remark> {
  const given = ['configMapRef', 'secretRef'].filter((key) => source.has(key));
  if (source.isMap && given.length !== 1) {
    yield remark(source, `must be a configMapRef or a secretRef, got ${given.length === 0 ? 'none' : 'both'}`, given.length === 0 ? 'write { configMapRef: { name: ... } }' : 'make it two');
  }
  const prefix = source.at('prefix');
  if (prefix.text !== undefined && prefix.text !== '' && !NAME.test(prefix.text)) {
    yield remark(prefix, `must be letters, digits, _ - and ., not beginning with a digit, got ${shown(prefix.text)}`, `write _${prefix.text.replace(/[^-._a-zA-Z0-9]+/g, '_')}`);
  }
}

function* judgeSource(given: Field): Iterable<Remark> {
  for (const kind of ['configMapKeyRef', 'secretKeyRef']) {
    const key = given.at(kind, 'key');
    if (key.text !== undefined && !KEY.test(key.text)) {
      yield remark(key, `must be letters, digits, - _ and ., got ${shown(key.text)}`, `write a key of the ${kind === 'secretKeyRef' ? 'Secret' : 'ConfigMap'}`);
    }
  }
  const amount = given.at('resourceFieldRef', 'resource');
  if (amount.text !== undefined && !AMOUNTS.includes(amount.text) && !AMOUNT_OF_PAGES.test(amount.text)) {
    yield remark(amount, `must be one of ${listed(AMOUNTS)}, got ${shown(amount.text)}`, `write ${nearest(amount.text, AMOUNTS) ?? `limits.${amount.text}`}`);
  }
  const path = given.at('fieldRef', 'fieldPath');
  const [, , label] = OF_A_KEY.exec(path.text ?? '') ?? [];
  if (label !== undefined && !isLabelKey(label.toLowerCase())) {
    yield remark(path, `must name a label or an annotation that there can be, got ${shown(label)}`, 'write the key of one');
  } else if (path.text !== undefined && path.text !== '' && !FIELDS.includes(path.text) && label === undefined) {
    yield remark(path, `must be one of ${listed(FIELDS)}, or a label or annotation such as metadata.labels['app'], got ${shown(path.text)}`, `write ${nearest(path.text, FIELDS) ?? 'one of them'}`);
  }
}
