import type { Field } from '../../graph/field';
import { write } from '../fix';
import { NODE_OPERATORS, judgeKeysOfPod, judgeRequirement, judgeSelector, judgeValue, labelKey } from '../pods/label-requirements';
import { dnsLabel, from, objectName } from '../pods/pod-words';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const NODE_NAME = 'metadata.name';

export const affinity: Rule = {
  id: 'affinity',
  class: 'refused',
  summary: 'an affinity says to which nodes or pods, and how much it counts',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['affinity'], function* (template): Iterable<Remark> {
    const field = template.at('spec', 'affinity');
    if (field.isMap) {
      yield* judgeNodes(field.at('nodeAffinity'));
      yield* judgePods(field.at('podAffinity'));
      yield* judgePods(field.at('podAntiAffinity'));
    }
  }),
};

function* judgeNodes(nodes: Field): Iterable<Remark> {
  const terms = nodes.at(REQUIRED, 'nodeSelectorTerms');
  if (nodes.at(REQUIRED).isMap && !terms.isUnknown && terms.items().length === 0) {
    yield remark(terms, 'must hold a term, got none', 'write nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/arch, operator: In, values: [amd64] }] }]');
  }
  const preferred = nodes.at(PREFERRED).items();
  yield* judgeWeights(preferred);
  for (const term of terms.items()) {
    yield* judgeTerm(term);
    // what is only preferred may ask for values that no label has
    yield* term.at('matchExpressions').items().flatMap((each) => each.at('values').items().flatMap((value) => [...judgeValue(value)]));
  }
  yield* preferred.flatMap((each) => [...judgeTerm(each.at('preference'))]);
}

function* judgeTerm(term: Field): Iterable<Remark> {
  for (const requirement of term.at('matchExpressions').items()) {
    yield* judgeRequirement(requirement, NODE_OPERATORS);
  }
  for (const requirement of term.at('matchFields').items()) {
    yield* judgeField(requirement);
  }
}

/** Of its fields a node is told by its name alone, and by one name. */
function* judgeField(requirement: Field): Iterable<Remark> {
  const [key, operator, values] = [requirement.at('key'), requirement.at('operator'), requirement.at('values')];
  if (key.text !== undefined && key.text !== NODE_NAME) {
    yield remark(key, `must be ${NODE_NAME}, got ${shown(key.text)}`, `${write(key, NODE_NAME)}, or the requirement of a label in matchExpressions`);
  }
  if (operator.text !== undefined && !['In', 'NotIn'].includes(operator.text)) {
    yield remark(operator, `must be In or NotIn for a field of a node, got ${shown(operator.text)}`, write(operator, 'In'));
  } else if (values.items().length !== 1 && !values.isUnknown) {
    yield remark(values, `must hold one name of a node, got ${values.items().length}`, 'write one, and another term for each other node');
  }
  yield* values.items().flatMap((value) => [...objectName(value)]);
}

function* judgePods(pods: Field): Iterable<Remark> {
  const preferred = pods.at(PREFERRED).items();
  yield* judgeWeights(preferred);
  for (const term of [...pods.at(REQUIRED).items(), ...preferred.map((each) => each.at('podAffinityTerm'))]) {
    const [key, selector, same] = [term.at('topologyKey'), term.at('labelSelector'), term.at('matchLabelKeys')];
    for (const each of labelKey(key)) {
      yield { ...each, message: `must be the key of a label of nodes, got ${shown(key.text)}`, fix: write(key, 'kubernetes.io/hostname') };
    }
    yield* judgeSelector(selector);
    yield* judgeSelector(term.at('namespaceSelector'));
    yield* term.at('namespaces').items().flatMap((name) => [...dnsLabel(name)]);
    yield* judgeKeysOfPod(same, selector);
    yield* judgeKeysOfPod(term.at('mismatchLabelKeys'), selector);
    yield* judgeTwice(same, selector, term.at('mismatchLabelKeys').items().flatMap(({ text }) => text ?? []));
  }
}

/** The controller takes a key for the selector's own where it stands there only once. */
function* judgeTwice(same: Field, selector: Field, different: readonly string[]): Iterable<Remark> {
  const labels = selector.at('matchLabels');
  const asked = selector.at('matchExpressions').items().flatMap((each) => each.textAt('key') ?? []);
  for (const key of same.items()) {
    const { text = '' } = key;
    if (different.includes(text)) {
      yield remark(key, `must not be in mismatchLabelKeys as well, got ${shown(text)}`, 'drop one of them');
    } else if (asked.includes(text) && (labels.keys().includes(text) || asked.indexOf(text) !== asked.lastIndexOf(text))) {
      yield remark(key, `must not be in the labelSelector as well, got ${shown(text)}`, 'drop one of them');
    }
  }
}

function* judgeWeights(terms: readonly Field[]): Iterable<Remark> {
  for (const weight of terms.map((term) => term.at('weight'))) {
    yield* from(weight, 1, 100, (weight.number ?? 0) < 1 ? 1 : 100);
  }
}
