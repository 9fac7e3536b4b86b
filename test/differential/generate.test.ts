import { readBases } from './bases';
import type { Case } from './case';
import { manifestsOf } from './case';
import { Generator } from './generate';

const bases = readBases();

test('the same number is the same case', () => {
  const [one, other] = [new Generator(bases, 5), new Generator(bases, 5)];
  expect([7, 3, 1000].map(number => one.make(number))).toEqual([7, 3, 1000].map(number => other.make(number)));
});

test('every edit changes its bundle, or is at a place that an earlier one took away', () => {
  const generator = new Generator(bases, 1);
  const cases = Array.from({ length: 300 }, (_, number) => generator.make(number));
  const textOf = ({ base, edits }: Case): string => JSON.stringify(manifestsOf(bases[base]!, edits));
  const changed = cases.filter(one => textOf(one) !== textOf({ ...one, edits: [] }));
  expect(changed.length).toBeGreaterThan(240);
});

test('bases are left as they are', () => {
  const before = JSON.stringify(bases);
  const generator = new Generator(bases, 2);
  for (let number = 0; number < 300; number++) {
    const { base, edits } = generator.make(number);
    manifestsOf(bases[base]!, edits);
  }
  expect(JSON.stringify(bases)).toBe(before);
});
