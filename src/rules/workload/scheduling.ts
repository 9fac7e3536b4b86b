import { Field } from '../../graph/field';
import { isLabelKey, isLabelValue } from '../../manifests/names';
import { write } from '../fix';
import { judgeKeysOfPod, judgeSelector } from '../pods/label-requirements';
import { isEmpty, objectName, oneOf, oneOfOrEmpty } from '../pods/pod-words';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
/** Nobody reads it any more, but it is judged. */
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
/** A Rollout without these has nothing to be judged. */
const MENTIONED = ['nodeName', 'nodeSelector', 'tolerations', 'topologySpreadConstraints', 'readinessGates', 'schedulingGates', TOLERATIONS];
const POLICIES = ['Honor', 'Ignore'];

export const scheduling: Rule = {
  id: 'scheduling',
  class: 'refused',
  summary: 'pods go to nodes that there can be, and are spread over them as they can be',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, MENTIONED, function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    yield* judgeNote(template.at('metadata', 'annotations', TOLERATIONS));
    yield* spec.textAt('nodeName') === '' ? [] : objectName(spec.at('nodeName'));
    yield* spec.has('nodeSelector') ? judgeNodes(spec.at('nodeSelector')) : [];
    for (const toleration of below(spec, 'tolerations')) {
      yield* judgeToleration(toleration);
    }
    for (const spread of below(spec, 'topologySpreadConstraints')) {
      yield* judgeSpread(spread);
    }
    for (const gate of below(spec, 'readinessGates')) {
      yield* judgeGate(gate.at('conditionType'), 'the type of a condition');
    }
    for (const gate of below(spec, 'schedulingGates')) {
      yield* judgeGate(gate.at('name'), 'the name of a gate');
    }
  }),
};

function below(spec: Field, key: string): readonly Field[] {
  return spec.has(key) ? spec.at(key).items() : [];
}

function* judgeNodes(labels: Field): Iterable<Remark> {
  for (const [key, value] of labels.entries()) {
    if (!isLabelKey(key) || (value.text !== undefined && !isLabelValue(value.text))) {
      yield remark(value, `must be a label that a node can have, got ${shown(key)}: ${shown(value.value)}`, 'write a label such as kubernetes.io/arch: amd64');
    }
  }
}

function* judgeToleration(toleration: Field): Iterable<Remark> {
  const [key, operator, value] = [toleration.at('key'), toleration.at('operator'), toleration.at('value')];
  yield* oneOfOrEmpty(operator, ['Equal', 'Exists']);
  if (key.text !== undefined && key.text !== '' && !isLabelKey(key.text)) {
    yield remark(key, `must be the key of a taint, got ${shown(key.text)}`, 'write one such as example.com/dedicated');
  }
  yield* oneOfOrEmpty(toleration.at('effect'), EFFECTS);
  if (operator.text === 'Exists' && value.text !== undefined && value.text !== '') {
    yield remark(value, `cannot stand beside operator: Exists, got ${shown(value.text)}`, 'drop it, or write operator: Equal');
  } else if (value.text !== undefined && !isLabelValue(value.text)) {
    yield remark(value, `must be the value of a taint, got ${shown(value.text)}`, 'write at most 63 letters, digits, - _ and .');
  }
  if (!key.isUnknown && !operator.isUnknown && (key.text ?? '') === '' && operator.text !== 'Exists') {
    yield remark(operator, 'must be Exists without a key, which tolerates everything, got none', 'write operator: Exists, or the key of a taint');
  }
  if (toleration.has('tolerationSeconds') && toleration.textAt('effect') !== 'NoExecute' && !toleration.at('effect').isUnknown) {
    yield remark(toleration.at('tolerationSeconds'), `needs effect: NoExecute, got ${shown(toleration.at('effect').value ?? 'none')}`, 'write effect: NoExecute, or drop it');
  }
}

function* judgeNote(note: Field): Iterable<Remark> {
  if (note.text === undefined || note.text === '') {
    return;
  }
  const tolerations = new Field(note.node, readJson(note.text));
  if (!tolerations.isList || tolerations.items().some((each) => [...judgeToleration(each)].length > 0)) {
    yield remark(note, `must be a list of tolerations as JSON, got ${shown(note.text)}`, 'drop it, and write tolerations in the spec');
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* judgeSpread(spread: Field): Iterable<Remark> {
  for (const count of ['maxSkew', 'minDomains'].map((key) => spread.at(key))) {
    if (count.number !== undefined && count.number <= 0) {
      yield remark(count, `must be at least 1, got ${count.number}`, write(count, 1));
    }
  }
  yield* oneOf(spread.at('whenUnsatisfiable'), ['DoNotSchedule', 'ScheduleAnyway']);
  yield* oneOf(spread.at('nodeAffinityPolicy'), POLICIES);
  yield* oneOf(spread.at('nodeTaintsPolicy'), POLICIES);
  const domains = spread.at('minDomains');
  if (domains.exists && spread.textAt('whenUnsatisfiable') === 'ScheduleAnyway') {
    yield remark(domains, 'needs whenUnsatisfiable: DoNotSchedule, got ScheduleAnyway', 'drop it, or write DoNotSchedule');
  }
  const topology = spread.at('topologyKey');
  if (topology.text !== undefined && !isLabelKey(topology.text)) {
    // any text is taken, and no node has such a label
    const details = topology.text === '' ? {} : { class: 'broken' } as const;
    yield remark(topology, `must be the key of a label of nodes, got ${shown(topology.text)}`, write(topology, 'topology.kubernetes.io/zone'), details);
  }
  if (spread.has('labelSelector') || spread.has('matchLabelKeys')) {
    yield* judgeWhose(spread.at('labelSelector'), spread.at('matchLabelKeys'));
  }
}

/** Which pods are counted. */
function* judgeWhose(selector: Field, keys: Field): Iterable<Remark> {
  yield* judgeSelector(selector);
  yield* judgeKeysOfPod(keys, selector);
  const asked = [...selector.at('matchLabels').keys(), ...selector.at('matchExpressions').items().map((each) => each.textAt('key'))];
  for (const key of keys.items()) {
    if (key.text !== undefined && asked.includes(key.text)) {
      yield remark(key, `must not be in the labelSelector as well, got ${shown(key.text)}`, 'drop one of them');
    }
  }
}

function* judgeGate(name: Field, what: string): Iterable<Remark> {
  if (isEmpty(name) || (name.text !== undefined && !isLabelKey(name.text))) {
    yield remark(name, `must be ${what}, got ${name.exists ? shown(name.text) : 'none'}`, 'write one such as example.com/ready');
  }
}
