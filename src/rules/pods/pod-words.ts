import type { Field } from '../../graph/field';
import { isDnsLabel, isDnsSubdomain } from '../../manifests/names';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, nearest, shown } from '../wording';

/* What is said alike of many values of a pod: nothing of nearly all of them. */

const NOTHING: readonly Remark[] = [];

/** One of some words. */
export function oneOf(field: Field, words: readonly string[]): readonly Remark[] {
  if (field.text !== undefined && !words.includes(field.text)) {
    return [remark(field, `must be one of ${listed(words)}, got ${shown(field.text)}`, write(field, nearest(field.text, words) ?? words[0]))];
  }
  return NOTHING;
}

/** One of some words, or an empty text, which is as good as none. */
export function oneOfOrEmpty(field: Field, words: readonly string[]): readonly Remark[] {
  return field.text === '' ? NOTHING : oneOf(field, words);
}

/** Nothing, or an empty text. */
export function isEmpty({ exists, isUnknown, text }: Field): boolean {
  return !isUnknown && (!exists || text === '');
}

/** A number within limits, and the one that is probably meant. */
export function from(field: Field, least: number, most: number, meant: number): readonly Remark[] {
  if (field.number !== undefined && (field.number < least || field.number > most)) {
    return [remark(field, `must be from ${least} to ${most}, got ${field.number}`, write(field, meant))];
  }
  return NOTHING;
}

/** The name of an object. */
export function objectName(name: Field): readonly Remark[] {
  if (name.text !== undefined && !isDnsSubdomain(name.text)) {
    const meant = name.text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
    return [remark(name, `must be the name of an object, lower-case letters, digits, - and ., got ${shown(name.text)}`, isDnsSubdomain(meant) ? write(name, meant) : 'write its name')];
  }
  return NOTHING;
}

/** A name that is one part of a name in DNS. */
export function dnsLabel(name: Field): readonly Remark[] {
  if (name.text !== undefined && !isDnsLabel(name.text)) {
    const meant = name.text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63);
    return [remark(name, `must be at most 63 lower-case letters, digits and hyphens, got ${shown(name.text)}`, write(name, isDnsLabel(meant) ? meant : 'data'))];
  }
  return NOTHING;
}

/** A path that leads out of nothing. */
export function* innerPath(path: Field): Iterable<Remark> {
  if (path.text !== undefined && (path.text.startsWith('/') || stepsBack(path.text))) {
    const inside = path.text.split('/').filter((part) => part !== '' && part !== '..').join('/');
    yield remark(path, `must be a path within the volume, without .. and a / before it, got ${shown(path.text)}`, inside === '' ? 'drop it' : write(path, inside));
  }
}

/** The path of a file in a volume, which has to be there. */
export function* filePath(path: Field): Iterable<Remark> {
  if (isEmpty(path)) {
    yield remark(path, 'must be given, got none', 'write the name of the file');
    return;
  }
  yield* innerPath(path);
  if (path.text?.startsWith('..') === true && !stepsBack(path.text)) {
    yield remark(path, `must not begin with .., got ${shown(path.text)}`, 'write the name of the file');
  }
}

/** Whether a path goes up. */
export function stepsBack(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}
