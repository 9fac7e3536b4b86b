// What a condition is asked about: answers of Prometheus, and of web services.
import { BOOL, LIST, MAP, NUMBER, NUMBERS, TEXT } from '../../../src/expressions/types';
import type { Type } from '../../../src/expressions/types';

/** How the oracle is told it, and what it is to us. */
export interface Answer {
  readonly answer: unknown;
  readonly type: Type;
  readonly value: unknown;
  /** Whether we say what a condition comes to, and not only whether it compiles. */
  readonly isFollowed: boolean;
}

const NUMBERS_OF_ALL_KINDS = [0, 1, 0.5, 0.99, -1, 100, NaN, Infinity, -Infinity];
const LISTS = [[], [0], [1], [0.5, 2], [NaN], [Infinity, 1, 0], [0.96, 0.97, 3]];
const BODIES = [
  0, 1, 0.5, 'a', '', true, false, [], [1, 2], [0.5, 'a'], {},
  { n: 1, list: [1, 2], ok: true, text: 'a' }, { n: 0.5, list: [0.5, 'a', null], ok: false, text: '' }, { n: { n: 1 }, list: {}, text: null, in: 3 },
];

export const results: readonly Answer[] = [
  ...NUMBERS_OF_ALL_KINDS.map(value => ({ answer: { scalar: written(value) }, type: NUMBER, value, isFollowed: true })),
  ...LISTS.map(value => ({ answer: { vector: value.map(written) }, type: NUMBERS, value, isFollowed: true })),
  // A list of anything may be a list of numbers, and is another thing all the same.
  ...BODIES.map(value => ({ answer: { web: value }, type: typeOf(value), value, isFollowed: !Array.isArray(value) })),
];

/** JSON has no word for some numbers. */
function written(value: number): number | string {
  return Number.isFinite(value) ? value : value > 0 ? '+Inf' : value < 0 ? '-Inf' : 'NaN';
}

function typeOf(value: unknown): Type {
  switch (typeof value) {
    case 'number':
      return NUMBER;
    case 'string':
      return TEXT;
    case 'boolean':
      return BOOL;
    default:
      return Array.isArray(value) ? LIST : MAP;
  }
}
