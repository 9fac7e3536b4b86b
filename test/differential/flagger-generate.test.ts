import type { Case } from './case';
import { manifestsOf } from './case';
import { findingsIn } from './comparison';
import { flaggerBases, flaggerGenerator } from './flagger-generate';
import { flaggerRare } from './flagger-rare';

const textOf = ({ base, edits }: Case): string => JSON.stringify(manifestsOf(flaggerBases[base]!, edits));

test.each(Object.keys(flaggerBases))('nothing is wrong with the bundle %s', name => {
  expect(findingsIn(manifestsOf(flaggerBases[name]!, []))).toEqual([]);
});

test('the same number is the same case', () => {
  const [one, other] = [flaggerGenerator(5), flaggerGenerator(5)];
  expect([7, 3, 1000].map(number => one.make(number))).toEqual([7, 3, 1000].map(number => other.make(number)));
});

test('every edit changes its bundle, or is at a place that an earlier one took away', () => {
  const generator = flaggerGenerator(1);
  const cases = Array.from({ length: 300 }, (_, number) => generator.make(number));
  expect(cases.filter(one => textOf(one) !== textOf({ ...one, edits: [] })).length).toBeGreaterThan(240);
});

test('what is rare is about bundles that there are, and changes them', () => {
  expect(flaggerRare.filter(one => textOf(one) === textOf({ ...one, edits: [] }))).toEqual([]);
});
