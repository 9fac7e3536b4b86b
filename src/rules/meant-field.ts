import { distance } from './wording';
import type { Path } from '../graph/document';
import { formatPath } from '../graph/document';
import { Field } from '../graph/field';
import { ANY_ELEMENT, placesOf } from '../schema/places';
import type { FieldPlace } from '../schema/places';
import type { Shape } from '../schema/shape';

/** Names that stand in so many places that they say nothing about which one was meant, or only right above and below. */
const COMMON = new Set(['annotations', 'key', 'kind', 'labels', 'metadata', 'name', 'namespace', 'spec', 'type', 'value']);
const OFTEN = new Set(['host', 'path', 'port', 'protocol', 'scheme']);
/** How many maps up and down a field may have slipped. */
const FARTHEST = 5;
/** Shorter names are alike by chance. */
const TELLING = 4;

/** The same in other words. */
const SYNONYMS: Readonly<Record<string, string>> = {
  arguments: 'args', params: 'args', parameters: 'args', cmd: 'command', environment: 'env', template: 'templateName',
};
const RESOURCES = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** What a field that there is not was probably meant to be: another one of the same map, or the same elsewhere. */
export type MeantField = { readonly name: string; readonly shape: Shape } | { readonly below: string };

/** `around` is the shape of the map that it stands in, `document` that of all of it. */
export function meantField(field: Field, around: Shape, document: Shape): MeantField | undefined {
  const written = String(field.path[field.path.length - 1]);
  const siblings = siblingsIn(around);
  const plural = `${plainly(written)}s`;
  // what is written already was hardly meant again
  const beside = new Field(field.node, field.node.source.manifest).at(...field.path.slice(0, -1));
  const fitting = siblings.filter(({ name, plain, shape }) => !beside.has(name) && (mayBe(field.value, shape) || plain === plural));
  return closest(written, fitting)
    ?? synonym(written, fitting)
    ?? elsewhere(written, field, around, document, isStraight)
    ?? containing(written, fitting)
    ?? elsewhere(written, field, around, document, () => true)
    // a list that was written as a map, say, under a name that is nearly right
    ?? closest(written, siblings);
}

/** The name that needs the fewest letters changed, if few. */
export function likest(written: string, names: readonly string[]): string | undefined {
  const all = names.map((name) => ({ name, plain: plainly(name) }));
  return (closest(written, all) ?? containing(written, all))?.name;
}

interface Named {
  readonly name: string;
  /** Without regard to case and hyphens. */
  readonly plain: string;
}

interface Sibling extends Named {
  readonly shape: Shape;
}

const siblingsRead = new WeakMap<Shape, readonly Sibling[]>();

/** The fields of a map; the same mistake is often made many times. */
function siblingsIn(shape: Shape): readonly Sibling[] {
  let known = siblingsRead.get(shape);
  if (known === undefined) {
    known = [...shape.fields ?? []].map(([name, below]) => ({ name, plain: plainly(name), shape: below }));
    siblingsRead.set(shape, known);
  }
  return known;
}

function closest<T extends Named>(written: string, names: readonly T[]): T | undefined {
  const plain = plainly(written);
  let fewest: { readonly one: T; readonly away: number } | undefined;
  for (const one of names) {
    const away = mistakesBetween(plain, one.plain);
    if (away !== undefined && (fewest === undefined || away < fewest.away || (away === fewest.away && one.name < fewest.one.name))) {
      fewest = { one, away };
    }
  }
  return fewest?.one;
}

/** The only name that holds what is written, as stableIngress holds ingress. */
function containing<T extends Named>(written: string, names: readonly T[]): T | undefined {
  const plain = plainly(written);
  const found = names.filter(({ plain: other }) => {
    const [shorter, longer] = other.length < plain.length ? [other, plain] : [plain, other];
    return shorter.length >= TELLING && (longer.startsWith(shorter) || longer.endsWith(shorter));
  });
  return found.length === 1 ? found[0] : undefined;
}

function synonym<T extends Named>(written: string, names: readonly T[]): T | undefined {
  return names.find(({ name }) => Object.hasOwn(SYNONYMS, written) && SYNONYMS[written] === name);
}

interface Way {
  /** Maps to leave, and to enter. */
  readonly up: number;
  readonly down: number;
}

/** Right above or below: what stands in a neighbour was less probably meant. */
function isStraight({ up, down }: Way): boolean {
  return up === 0 || down === 0;
}

function elsewhere(written: string, field: Field, around: Shape, document: Shape, isWanted: (way: Way) => boolean): MeantField | undefined {
  const from = field.path.slice(0, -1);
  if (RESOURCES.has(written)) {
    const way = around.fields?.has('requests') === true ? ['requests'] : around.fields?.has('resources') === true ? ['resources', 'requests'] : undefined;
    return way === undefined ? undefined : { below: formatPath([...from, ...way]) };
  }
  const places = field.exists && !COMMON.has(written) ? placesOf(written, document).filter(({ shape }) => mayBe(field.value, shape)) : [];
  const below = nearest(from, places, field, (way) => way.up + way.down <= (OFTEN.has(written) ? 1 : FARTHEST) && isWanted(way));
  return below === undefined ? undefined : { below };
}

/** The place with the fewest steps up and down, as a path in this document; where several are as near, one that is written down already. */
function nearest(from: Path, places: readonly FieldPlace[], field: Field, isWanted: (way: Way) => boolean): string | undefined {
  const [way] = places
    .map(({ path, around }) => ({ path, around, shared: sharedBy(from, path), text: path.join('.') }))
    .map((one) => ({ ...one, up: stepsOf(from.slice(one.shared)), down: stepsOf(one.path.slice(one.shared)) }))
    .filter(isWanted)
    .map((one) => ({ ...one, absent: absentOf(one.path.slice(one.shared), from.slice(0, one.shared), field) }))
    .sort((a, b) => a.up + a.down - b.up - b.down
      || a.absent - b.absent
      || a.around.required.length - b.around.required.length
      || (a.text < b.text ? -1 : 1));
  if (way === undefined) {
    return undefined;
  }
  const text = [formatPath(from.slice(0, way.shared)), ...way.path.slice(way.shared)].filter((part) => part !== '').join('.');
  return text.replaceAll(`.${ANY_ELEMENT}`, ANY_ELEMENT);
}

/** How many keys of a way are not written down yet. */
function absentOf(way: readonly string[], start: Path, { node }: Field): number {
  let field = new Field(node, node.source.manifest).at(...start);
  let absent = 0;
  for (const key of way) {
    field = field.at(key === ANY_ELEMENT ? 0 : key);
    absent += Number(!field.exists);
  }
  return absent;
}

/** A step into a list is none of its own. */
function stepsOf(path: Path): number {
  return path.filter((key) => typeof key === 'string' && key !== ANY_ELEMENT).length;
}

function sharedBy(from: Path, path: readonly string[]): number {
  let length = 0;
  while (length < from.length && length < path.length && (typeof from[length] === 'number' ? ANY_ELEMENT : from[length]) === path[length]) {
    length++;
  }
  return length;
}

/** As max-surge and MaxSurge are maxSurge. */
function plainly(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How many letters are wrong, if few are. */
function mistakesBetween(written: string, name: string): number | undefined {
  if (written.length >= TELLING && name === `set${written}`) {
    return 0;
  }
  const most = mistakesIn(Math.min(written.length, name.length));
  // most names need no closer look
  const away = Math.abs(written.length - name.length) > most ? Infinity : distance(written, name);
  return away > most ? undefined : away;
}

function mistakesIn(length: number): number {
  return length < TELLING ? 1 : length < 8 ? 2 : Math.floor(length / 4) + 1;
}

/** Whether a value may be of this shape at all; one that is not known may. */
export function mayBe(value: unknown, { type }: Shape): boolean {
  switch (typeof value) {
    case 'string':
      return type !== 'map' && type !== 'list' && type !== 'boolean' && type !== 'whole number' && type !== 'number';
    case 'number':
      return type !== 'map' && type !== 'list' && type !== 'boolean' && type !== 'text';
    case 'boolean':
      return type === 'boolean' || type === undefined;
    default:
      return value === null || type === undefined || type === (Array.isArray(value) ? 'list' : 'map');
  }
}
