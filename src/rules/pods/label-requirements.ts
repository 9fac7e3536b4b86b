import type { Field } from '../../graph/field';
import { isLabelKey, isLabelValue } from '../../manifests/names';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, nearest, shown } from '../wording';

/* What is said of every selector of labels, whatever it selects. */

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
/** Nodes may be told by numbers too. */
export const NODE_OPERATORS = [...OPERATORS, 'Gt', 'Lt'];
const KEY = 'at most 63 letters, digits, - _ and ., with an optional DNS name and / before it';
const VALUE = 'at most 63 letters, digits, - _ and ., beginning and ending with a letter or digit';

/** Labels, and requirements of them. */
export function* judgeSelector(selector: Field): Iterable<Remark> {
  if (!selector.isMap) {
    return;
  }
  for (const [key, value] of selector.at('matchLabels').entries()) {
    if (!isLabelKey(key)) {
      yield remark(value, `must have a key that is ${KEY}, got ${shown(key)}`, 'write the key of a label that the pods have');
    }
    yield* judgeValue(value);
  }
  for (const requirement of selector.at('matchExpressions').items()) {
    yield* judgeRequirement(requirement, OPERATORS);
    yield* requirement.at('values').items().flatMap((value) => [...judgeValue(value)]);
  }
}

/** A requirement of one label, but for the values themselves. */
export function* judgeRequirement(requirement: Field, operators: readonly string[]): Iterable<Remark> {
  const [operator, values] = [requirement.at('operator'), requirement.at('values')];
  const count = values.items().length;
  yield* labelKey(requirement.at('key'));
  if (operator.text === undefined || values.isUnknown) {
    return;
  }
  if (!operators.includes(operator.text)) {
    yield remark(operator, `must be one of ${listed(operators)}, got ${shown(operator.text)}`, write(operator, nearest(operator.text, operators) ?? 'In'));
  } else if (['In', 'NotIn'].includes(operator.text) && count === 0) {
    yield remark(values, `must hold a value, which ${operator.text} compares with, got none`, `write a value, or operator: ${operator.text === 'In' ? 'Exists' : 'DoesNotExist'}`);
  } else if (['Exists', 'DoesNotExist'].includes(operator.text) && count > 0) {
    yield remark(values, `cannot stand beside ${operator.text}, which compares with nothing`, `drop them, or write operator: ${operator.text === 'Exists' ? 'In' : 'NotIn'}`);
  } else if (['Gt', 'Lt'].includes(operator.text) && count !== 1) {
    yield remark(values, `must hold one value, which ${operator.text} compares with, got ${count}`, 'write one number, as text');
  }
}

/** The key of a label. */
export function* labelKey(key: Field): Iterable<Remark> {
  if (key.text !== undefined && !isLabelKey(key.text)) {
    yield remark(key, `must be ${KEY}, got ${shown(key.text)}`, 'write the key of a label that the pods have');
  }
}

/** The value of a label. */
export function* judgeValue(value: Field): Iterable<Remark> {
  if (value.text !== undefined && !isLabelValue(value.text)) {
    yield remark(value, `must be ${VALUE}, got ${shown(value.text)}`, 'write the value that the pods have');
  }
}

/** Keys whose values are taken from the pod itself, and so say more than the selector does. */
export function* judgeKeysOfPod(keys: Field, selector: Field): Iterable<Remark> {
  if (keys.items().length === 0 || selector.isUnknown) {
    return;
  }
  if (!selector.exists) {
    yield remark(keys, 'cannot stand without a labelSelector, got none beside it', 'write labelSelector: { matchLabels: ... } beside it');
    return;
  }
  for (const key of keys.items()) {
    yield* labelKey(key);
  }
}
