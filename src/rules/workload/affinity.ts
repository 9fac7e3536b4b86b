import type { Field } from '../../graph/field';
import { isLabelKey } from '../../manifests/names';
import { forEachPodTemplate, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const OF_PODS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const OF_NODES = [...OF_PODS, 'Gt', 'Lt'];

export const affinity: Rule = {
  id: 'affinity',
  class: 'refused',
  summary: 'an affinity says to which nodes or pods, and how much it counts',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplate(graph, function* (template): Iterable<Remark> {
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
    yield remark(terms, 'must hold a term, got none', 'write [{ matchExpressions: [{ key: kubernetes.io/arch, operator: In, values: [amd64] }] }]');
  }
  const preferred = nodes.at(PREFERRED).items();
  yield* judgeWeights(preferred);
  for (const term of [...terms.items(), ...preferred.map((each) => each.at('preference'))]) {
    for (const expression of term.at('matchExpressions').items()) {
      yield* judgeExpression(expression, OF_NODES);
    }
  }
}

function* judgePods(pods: Field): Iterable<Remark> {
  const preferred = pods.at(PREFERRED).items();
  yield* judgeWeights(preferred);
  for (const term of [...pods.at(REQUIRED).items(), ...preferred.map((each) => each.at('podAffinityTerm'))]) {
    const key = term.at('topologyKey');
    if (key.text !== undefined && !isLabelKey(key.text)) {
      yield remark(key, `must be the key of a label of nodes, got ${shown(key.text)}`, 'write kubernetes.io/hostname');
    }
    for (const expression of [...term.at('labelSelector', 'matchExpressions').items(), ...term.at('namespaceSelector', 'matchExpressions').items()]) {
      yield* judgeExpression(expression, OF_PODS);
    }
  }
}

function* judgeWeights(terms: readonly Field[]): Iterable<Remark> {
  for (const weight of terms.map((term) => term.at('weight'))) {
    if (weight.number !== undefined && (weight.number < 1 || weight.number > 100)) {
      yield remark(weight, `must be from 1 to 100, got ${weight.number}`, `write ${weight.number < 1 ? 1 : 100}`);
    }
  }
}

function* judgeExpression(expression: Field, operators: readonly string[]): Iterable<Remark> {
  const [operator, values] = [expression.at('operator'), expression.at('values')];
  const count = values.items().length;
  if (operator.text === undefined || values.isUnknown) {
    return;
  }
  if (!operators.includes(operator.text)) {
    yield remark(operator, `must be one of ${listed(operators)}, got ${shown(operator.text)}`, `write ${nearest(operator.text, operators) ?? 'In'}`);
  } else if (['In', 'NotIn'].includes(operator.text) && count === 0) {
    yield remark(values, `must hold a value, which ${operator.text} compares with, got none`, `write a value, or operator: ${operator.text === 'In' ? 'Exists' : 'DoesNotExist'}`);
  } else if (['Exists', 'DoesNotExist'].includes(operator.text) && count > 0) {
    yield remark(values, `cannot stand beside ${operator.text}, which compares with nothing`, 'drop them, or write operator: In');
  } else if (['Gt', 'Lt'].includes(operator.text) && count !== 1) {
    yield remark(values, `must hold one value, which ${operator.text} compares with, got ${count}`, 'write one number, as text');
  }
}
