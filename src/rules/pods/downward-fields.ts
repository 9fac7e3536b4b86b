import { isEmpty } from './pod-words';
import type { Field } from '../../graph/field';
import { isLabelKey } from '../../manifests/names';
import { parseQuantity } from '../../manifests/quantity';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, nearest, shown } from '../wording';

/* What is said of the fields and amounts of itself that a pod tells its containers, by variables and by files. */

const OF_A_KEY = /^metadata\.(labels|annotations)\['(.+)'\]$/;
/** As it was called once. */
const OLD_NODE_NAME = 'spec.host';
const AMOUNTS = ['limits.cpu', 'limits.memory', 'limits.ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.ephemeral-storage'];
const AMOUNT_OF_PAGES = /^(limits|requests)\.hugepages-/;
const POWERS = [0, 1, 2, 3, 4, 5, 6];
const PARTS = new Map([[1000, POWERS.map((power) => 1000 ** power)], [1024, POWERS.map((power) => 1024 ** power)]]);

/** A field of the pod, of those that can be told in this way. */
export function* judgeFieldOfPod(ref: Field, fields: readonly string[]): Iterable<Remark> {
  const [path, version] = [ref.at('fieldPath'), ref.at('apiVersion')];
  if (version.text !== undefined && version.text !== '' && version.text !== 'v1') {
    yield remark(version, `must be v1, got ${shown(version.text)}`, 'drop it');
  }
  const meant = nearest(path.text ?? '', fields);
  const [, kind, key] = OF_A_KEY.exec(path.text ?? '') ?? [];
  if (key !== undefined && !isLabelKey(kind === 'labels' ? key : key.toLowerCase())) {
    yield remark(path, `must name a label or an annotation that there can be, got ${shown(key)}`, 'write the key of one');
  } else if (isEmpty(path) && ref.isMap) {
    yield remark(path, 'must be a field of the pod, got none', write(path, 'metadata.name'));
  } else if (path.text !== undefined && !fields.includes(path.text) && key === undefined && !(path.text === OLD_NODE_NAME && fields.includes('spec.nodeName'))) {
    yield remark(path, `must be one of ${listed(fields)}, or a label or annotation such as metadata.labels['app'], got ${shown(path.text)}`, meant === undefined ? 'write one of them' : write(path, meant));
  }
}

/** An amount that a container requests or is limited to. */
export function* judgeAmountOfContainer(ref: Field): Iterable<Remark> {
  const [amount, divisor] = [ref.at('resource'), ref.at('divisor')];
  if (amount.text !== undefined && !AMOUNTS.includes(amount.text) && !AMOUNT_OF_PAGES.test(amount.text)) {
    yield remark(amount, `must be one of ${listed(AMOUNTS)}, got ${shown(amount.text)}`, write(amount, nearest(amount.text, AMOUNTS) ?? (amount.text === '' ? 'limits.cpu' : `limits.${amount.text}`)));
  } else if (amount.text !== undefined && divisor.exists && !isPart(divisor.value, amount.text.endsWith('.cpu'))) {
    const choices = amount.text.endsWith('.cpu') ? '1 or 1m' : '1, or one k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei';
    yield remark(divisor, `must be ${choices}, got ${shown(divisor.value)}`, write(divisor, amount.text.endsWith('.cpu') ? '1m' : '1Mi'));
  }
}

/** A whole unit, in the way that the value itself counts: 1000 is a k, and 1024 is no Ki. */
function isPart(value: unknown, isTime: boolean): boolean {
  const amount = parseQuantity(value);
  if (amount === undefined || amount === 0) {
    return true;
  }
  const text = String(value);
  if (isTime) {
    return amount === 1 || (amount === 0.001 && !/[eE][+-]?\d/.test(text));
  }
  return /[eE][+-]?\d/.test(text) ? amount === 1 : PARTS.get(text.endsWith('i') ? 1024 : 1000)?.includes(amount) === true;
}
