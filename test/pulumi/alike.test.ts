import { Alike } from '../../src/pulumi/arguments/alike';

/** For each datum, the number of those before it that were made anew. */
function madeOf(...data: readonly unknown[]): readonly unknown[] {
  const alike = new Alike();
  let made = 0;
  return data.map(each => alike.once(each, () => made++, () => true));
}

/** Whatever it stands for. */
class Value {
  constructor(public readonly text: string) {}
}

test('data that says the same is one, whatever the order of its keys', () => {
  expect(madeOf(
    { latency: { percentile: 95, atMost: '500ms' } },
    { latency: { atMost: '500ms', percentile: 95, name: undefined } },
    { latency: { percentile: 95 } },
    { latency: { percentile: '95', atMost: '500ms' } },
  )).toEqual([0, 0, 1, 2]);
});

test('lists are one when they hold the same in the same order', () => {
  expect(madeOf(['a', 'b'], ['a', 'b'], ['b', 'a'], ['a,b'])).toEqual([0, 0, 1, 2]);
});

test('a value that is no plain data is like nothing but itself', () => {
  const value = new Value('a');
  expect(madeOf({ of: value }, { of: value }, { of: new Value('a') }, { of: { text: 'a' } })).toEqual([0, 0, 1, 2]);
});

test('what could not be made is tried again', () => {
  const alike = new Alike();
  const tried = [0, 1].map(number => alike.once({}, () => number, () => false));
  expect(tried).toEqual([0, 1]);
});
