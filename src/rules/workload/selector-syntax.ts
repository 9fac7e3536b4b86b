import type { Field } from '../../graph/field';
import { isLabelKey, isLabelValue } from '../../manifests/names';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const KEY = 'at most 63 letters, digits, - _ and ., with an optional DNS name and / before it';
const VALUE = 'at most 63 letters, digits, - _ and ., beginning and ending with a letter or digit';

export const selectorSyntax: Rule = {
  id: 'selector-syntax',
  class: 'refused',
  summary: 'a selector asks for labels that there can be',
  why: 'the controller refuses the Rollout as InvalidSpec; an Experiment cannot make its ReplicaSet, and ends with an error',
  covers: ['RO-03', 'RO-05'],
  check: function* (graph): Iterable<Remark> {
    // beside a workloadRef the controller reads it and does not judge it first
    yield* forEachRollout(graph, ({ spec }) => spec.has('selector') ? judge(spec.at('selector')) : []);
    for (const experiment of graph.experiments) {
      for (const template of experiment.spec.at('templates').items()) {
        for (const each of judge(template.at('selector'))) {
          yield { ...each, class: 'broken' };
        }
      }
    }
  },
};

function* judge(selector: Field): Iterable<Remark> {
  for (const [key, value] of selector.at('matchLabels').entries()) {
    if (!isLabelKey(key)) {
      yield remark(value, `must have a key that is ${KEY}, got ${shown(key)}`, 'write the key of a label that the pods have');
    }
    yield* judgeValue(value);
  }
  for (const expression of selector.at('matchExpressions').items()) {
    yield* judgeExpression(expression);
  }
}

function* judgeExpression(expression: Field): Iterable<Remark> {
  const [key, operator, values] = [expression.at('key'), expression.at('operator'), expression.at('values')];
  if (key.text !== undefined && !isLabelKey(key.text)) {
    yield remark(key, `must be ${KEY}, got ${shown(key.text)}`, 'write the key of a label that the pods have');
  }
  if (operator.text !== undefined && !OPERATORS.includes(operator.text)) {
    yield remark(operator, `must be one of ${listed(OPERATORS)}, got ${shown(operator.text)}`, `write ${nearest(operator.text, OPERATORS) ?? 'In'}`);
  }
  const count = values.items().length;
  if (operator.text === 'In' || operator.text === 'NotIn') {
    if (count === 0 && !values.isUnknown) {
      yield remark(values, `must hold a value, which ${operator.text} compares with, got none`, `write a value, or operator: ${operator.text === 'In' ? 'Exists' : 'DoesNotExist'}`);
    }
  } else if (count > 0 && OPERATORS.includes(operator.text ?? '')) {
    yield remark(values, `cannot stand beside ${operator.text}, which compares with nothing`, `drop them, or write operator: ${operator.text === 'Exists' ? 'In' : 'NotIn'}`);
  }
  for (const value of values.items()) {
    yield* judgeValue(value);
  }
}

function* judgeValue(value: Field): Iterable<Remark> {
  if (value.text !== undefined && !isLabelValue(value.text)) {
    yield remark(value, `must be ${VALUE}, got ${shown(value.text)}`, 'write the value that the pods have');
  }
}
