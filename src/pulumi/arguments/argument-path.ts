import { everyShape } from './component-shapes';
import type { Shape } from './shape';

type Segment = string | number;

/**
 * A property of the constructs as the argument that was written for it: what `analyses[0].atLeast` is there stands at
 * `analyses[0].successRate.atLeast` here, and `ramp.stages[1].weight` at `ramp.stages[1]`.
 */
export function argumentPath(property: string, args: unknown, shape: Shape): string {
  const [path, rest] = walk(segmentsOf(property), args, shape);
  return written([...path, ...rest]);
}

function walk(segments: readonly Segment[], value: unknown, shape: Shape): readonly [readonly Segment[], readonly Segment[]] {
  if (segments.length === 0) return [[], []];
  const [first, ...rest] = segments;
  const below = (segment: Segment, next: readonly Segment[], of: Shape): readonly [readonly Segment[], readonly Segment[]] => {
    const [path, left] = walk(next, at(value, segment), of);
    return [[segment, ...path], left];
  };
  switch (shape.kind) {
    // what is one value here is told of as a whole
    case 'leaf': case 'duration': case 'date': case 'flag': return [[], []];
    case 'any': return [segments, []];
    case 'list': case 'map': return below(first, rest, shape.of);
    case 'named': {
      const named = everyShape[shape.name];
      if (named.kind === 'enum') return [[], []];
      if (named.kind === 'struct') return first in named.members ? below(first, rest, named.members[first]) : [[], segments];
      const chosen = Object.keys(named.members).find(name => at(value, name) !== undefined);
      if (chosen === undefined) return [[], segments];
      const member = named.members[chosen];
      if (first === member.own || first === chosen) return below(chosen, rest, member.shape);
      return first in named.beside ? below(first, rest, named.beside[first]) : below(chosen, segments, member.shape);
    }
  }
}

function at(value: unknown, segment: Segment): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<Segment, unknown>>)[segment] : undefined;
}

function segmentsOf(property: string): readonly Segment[] {
  return [...property.matchAll(/([A-Za-z_$][\w$-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, index, key]) => name ?? (index === undefined ? key : Number(index)));
}

function written(segments: readonly Segment[]): string {
  return segments.reduce<string>(placeBelow, '');
}

/** The place of something that stands at another one. */
export function placeBelow(path: string, segment: Segment): string {
  if (typeof segment === 'number') return `${path}[${segment}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(segment)) return `${path}[${JSON.stringify(segment)}]`;
  return path === '' ? segment : `${path}.${segment}`;
}
