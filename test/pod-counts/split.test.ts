import fc from 'fast-check';
import { fencePosts } from '../../src/pod-counts/fence-posts';
import { reachableWeights, shareOf, splitPods } from '../../src/pod-counts/split';

const WEIGHTS = [1, 5, 10, 20, 25, 33, 50, 75, 80, 90, 95, 99];

/** The controller's own results: replicas, surge, then canary/stable for each of the weights above. */
const REFERENCE: readonly (readonly [number, number, string])[] = [
  [1, 0, '0/1 0/1 0/1 0/1 0/1 0/1 1/0 1/0 1/0 1/0 1/0 1/0'],
  [1, 1, '1/1 1/1 1/1 1/1 1/1 1/1 1/1 1/1 1/1 1/1 1/1 1/1'],
  [2, 0, '1/1 1/1 1/1 1/1 1/1 1/1 1/1 0/2 1/1 1/1 1/1 1/1'],
  [2, 1, '1/2 1/2 1/2 1/2 1/2 1/2 1/1 2/1 2/1 2/1 2/1 2/1'],
  [3, 0, '1/2 1/2 1/2 1/2 1/2 1/2 2/1 2/1 2/1 2/1 2/1 2/1'],
  [3, 1, '1/3 1/3 1/3 1/3 1/3 1/2 2/2 3/1 3/1 3/1 3/1 3/1'],
  [4, 0, '1/3 1/3 1/3 1/3 1/3 1/3 2/2 3/1 3/1 3/1 3/1 3/1'],
  [4, 1, '1/4 1/4 1/4 1/4 1/3 2/3 2/2 3/1 4/1 4/1 4/1 4/1'],
  [5, 0, '1/4 1/4 1/4 1/4 1/4 2/3 3/2 4/1 4/1 0/5 4/1 4/1'],
  [5, 1, '1/5 1/5 1/5 1/4 1/4 2/4 3/3 4/1 4/1 5/1 5/1 5/1'],
  [10, 0, '1/9 1/9 1/9 2/8 3/7 3/7 5/5 8/2 8/2 9/1 0/10 9/1'],
  [10, 1, '1/10 1/10 1/9 2/8 3/8 3/7 5/5 8/3 8/2 9/1 10/1 10/1'],
  [20, 0, '1/19 1/19 2/18 4/16 5/15 7/13 10/10 15/5 16/4 18/2 19/1 19/1'],
];

test.each(REFERENCE)('%d replicas with surge %d are split as the controller splits them', (replicas, surge, expected) => {
  const splits = WEIGHTS.map((weight) => splitPods(replicas, weight, surge));
  expect(splits.map(({ canary, stable }) => `${canary}/${stable}`).join(' ')).toBe(expected);
});

test.each([[2, 75], [5, 90], [10, 95], [25, 98], [50, 99]])('%d replicas without surge start no canary at weight %d', (replicas, weight) => {
  expect(splitPods(replicas, weight, 0)).toEqual({ canary: 0, stable: replicas });
});

const replicas = fc.integer({ min: 1, max: 200 });
const surge = fc.integer({ min: 0, max: 50 });
const weight = fc.integer({ min: 0, max: 100 });

test('the ends are all or nothing', () => {
  fc.assert(fc.property(replicas, surge, (n, s) => {
    expect(splitPods(n, 0, s)).toEqual({ canary: 0, stable: n });
    expect(splitPods(n, 100, s)).toEqual({ canary: n, stable: 0 });
  }));
});

test('no split has more than one pod too many, and none is negative', () => {
  fc.assert(fc.property(replicas, weight, surge, (n, w, s) => {
    const { canary, stable } = splitPods(n, w, s);
    expect(Math.min(canary, stable)).toBeGreaterThanOrEqual(0);
    expect([n, n + Math.min(s, 1)]).toContain(canary + stable);
  }));
});

test('with a surge a split is at most one pod away from its weight', () => {
  fc.assert(fc.property(replicas, weight, (n, w) => {
    const split = splitPods(n, w, 1);
    expect(Math.abs(split.canary - w * (split.canary + split.stable) / 100)).toBeLessThanOrEqual(1);
    expect(shareOf(split)).toBeLessThanOrEqual(100);
  }));
});

test('weights that are called reachable are reached', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), surge, (n, s) => {
    for (const each of reachableWeights(n, s)) {
      expect(Math.round(shareOf(splitPods(n, each, s)))).toBe(each);
    }
  }), { numRuns: 30 });
});

test.each([
  [1, 1, 0], [2, 1, 0], [3, 1, 0], [4, 1, 1], [5, 2, 1], [8, 2, 2], [10, 3, 2],
])('%d replicas may by default have %d too many and %d too few', (n, tooMany, tooFew) => {
  expect(fencePosts(n)).toEqual({ surge: tooMany, unavailable: tooFew });
});

test('of no replicas none can be too few', () => {
  expect(fencePosts(0)).toEqual({ surge: 0, unavailable: 0 });
});

test.each([
  ['both 0, which would let nothing move', 0, 0, { surge: 0, unavailable: 1 }],
  ['a text without a sign, which is a percentage all the same', '1', '1', { surge: 1, unavailable: 0 }],
  ['a sign in the middle, which is taken out', '1%0', 0, { surge: 1, unavailable: 0 }],
  ['a text that is neither, for which the other is forgotten', 'abc', 1, { surge: 0, unavailable: 0 }],
  ['half a percentage, which is neither', 3, '2.5%', { surge: 0, unavailable: 0 }],
  ['more unavailable than there are', 0, 20, { surge: 0, unavailable: 10 }],
  ['a value that is not known yet', { later: true }, 0, undefined],
])('ten replicas with %s', (_, maxSurge, maxUnavailable, expected) => {
  expect(fencePosts(10, maxSurge, maxUnavailable)).toEqual(expected);
});
