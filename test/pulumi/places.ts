import { everyShape } from '../../src/pulumi/arguments/component-shapes';
import { because } from '../../src/pulumi/arguments/plain';
import type { Shape } from '../../src/pulumi/arguments/shape';

type Segment = string | number;

/** A place of arguments where something was written. */
export interface Place {
  readonly segments: readonly Segment[];
  /** As findings name it: `ramp.stages[1]`. */
  readonly path: string;
  /** The member of an interface that it belongs to: `Ramp.stages`. */
  readonly member: string;
  /** It holds others. */
  readonly isStructure: boolean;
  /** Why no Output can stand there; absent: one can. */
  readonly why?: string;
}

const structure = 'what is written depends on it';

/** Every place of the arguments of a component, by what its interfaces say. Below a value of Kubernetes its fields are places as well. */
export function placesIn(kind: string, args: unknown): readonly Place[] {
  return [...placesBelow(args, { kind: 'named', name: kind }, [], kind)];
}

/** The arguments with something else at these places. */
export function withAt(args: unknown, places: readonly Place[], map: (value: unknown, place: Place) => unknown): unknown {
  return places.reduce((changed, place) => changedAt(changed, place.segments, value => map(value, place)), args);
}

/** The arguments with something else at a place that is given as findings name it. */
export function withAtPath(args: unknown, path: string, map: (value: unknown) => unknown): unknown {
  return changedAt(args, [...path.matchAll(/\w+/g)].map(([each]) => /^\d+$/.test(each) ? Number(each) : each), map);
}

function* placesBelow(value: unknown, shape: Shape, segments: readonly Segment[], member: string): Iterable<Place> {
  if (value === undefined) return;
  const here = { segments, path: pathOf(segments), member };
  switch (shape.kind) {
    case 'leaf': case 'duration': case 'date':
      return yield { ...here, isStructure: false, ...shape.plain === undefined ? {} : { why: because[shape.plain] } };
    case 'flag': return yield { ...here, isStructure: false, why: structure };
    case 'any':
      if (typeof value !== 'object' || value === null) return yield { ...here, isStructure: false };
      for (const [key, each] of entriesOf(value)) yield* placesBelow(each, shape, [...segments, key], member);
      return;
    case 'list': case 'map':
      yield { ...here, isStructure: true, why: structure };
      for (const [key, each] of entriesOf(value as object)) yield* placesBelow(each, shape.of, [...segments, key], member);
      return;
    case 'named': return yield* placesOf(value, shape.name, here);
  }
}

function* placesOf(value: unknown, name: string, here: Pick<Place, 'segments' | 'path' | 'member'>): Iterable<Place> {
  const shape = everyShape[name];
  yield { ...here, isStructure: shape.kind !== 'enum', why: structure };
  if (shape.kind === 'enum') return;
  for (const [key, each] of entriesOf(value as object)) {
    const own = shape.kind === 'choice' ? shape.members[key]?.shape ?? shape.beside[key] : shape.members[key];
    yield* placesBelow(each, own, [...here.segments, key], `${name}.${key}`);
  }
}

function entriesOf(value: object): readonly (readonly [Segment, unknown])[] {
  return Array.isArray(value) ? value.map((each, index) => [index, each] as const) : Object.entries(value);
}

function changedAt(value: unknown, [first, ...rest]: readonly Segment[], map: (value: unknown) => unknown): unknown {
  if (first === undefined) return map(value);
  if (Array.isArray(value)) return value.map((each, index) => index === first ? changedAt(each, rest, map) : each);
  const object = value as Readonly<Record<Segment, unknown>>;
  return { ...object, [first]: changedAt(object[first], rest, map) };
}

function pathOf(segments: readonly Segment[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    return path === '' ? segment : /^\w+$/.test(segment) ? `${path}.${segment}` : `${path}[${JSON.stringify(segment)}]`;
  }, '');
}
