import type { Field } from '../graph/field';
import { meaningOf } from '../manifests/yaml-values';

type Place = Pick<Field, 'path'>;

/** What begins something else than a text in YAML, and what ends one. */
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@`\s]|: | #|[:\s]$|[\n\t]/;
/** All words that are no texts are shorter. */
const LONGEST_WORD = 30;

/** What to write at a place, as it stands in the manifest: `write count: 5`; of a list, the element. */
export function write(place: Place, value: string | number | boolean): string {
  return `write ${keyed(place)}${scalar(value)}`;
}

/** What to write at a place with a condition in which one number has to be another. */
export function writeInstead(condition: Field, number: number, meant: number): string {
  const { text = '' } = condition;
  const changed = text.replace(new RegExp(`(?<![\\w.])${String(number).replace('.', '\\.')}(?![\\w.])`), String(meant));
  return changed === text ? `write ${meant} in the place of ${number}` : write(condition, changed);
}

/** The key of a place, to stand before its value: `count: `; nothing in a list. */
export function keyed({ path }: Place): string {
  const key = path[path.length - 1];
  return typeof key === 'string' ? `${scalar(key)}: ` : '';
}

/** A value as YAML: a text has quotes where it would be something else without them. */
export function scalar(value: string | number | boolean): string {
  const isPlain = typeof value !== 'string' || (value !== '' && !NOT_PLAIN.test(value) && (value.length > LONGEST_WORD || typeof meaningOf(value) === 'string'));
  return isPlain ? String(value) : JSON.stringify(value);
}
