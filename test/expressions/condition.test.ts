import fc from 'fast-check';
import { readCondition } from '../../src/expressions/condition';
import { outcomeOf } from '../../src/expressions/measurement';
import { ANY, NUMBER, NUMBERS } from '../../src/expressions/types';

test.each<[string, unknown, unknown]>([
  ['result[0] >= 0.95', [0.97], true],
  ['result[0] >= 0.95', [0.5], false],
  ['result[0] >= 0.95', [NaN], false],
  ['result[0] >= 0.95', [], 'error'],
  ['result[-1] == 2', [1, 2], true],
  ['len(result) > 0 && result[0] < 1', [], false],
  ['len(result) == 0 or isNaN(result[0]) or result[0] < 1', [NaN], true],
  ['!(result[0] < 1)', [NaN], true],
  ['not (result[0] < 1)', [0], false],
  ['1 + 2 * 3 == 7 and 2 ** 3 ** 2 == 512', null, true],
  ['-2 < 0 && 10 % 4 == 2', null, true],
  ['0 < result[0] < 1', [0.5], true],
  ['0 < result[0] < 1', [2], false],
  ['result[0] in [1, 2]', [2], true],
  ['result[0] not in [1, 2]', [2], false],
  ['result[0] > 1 ? true : false', [2], true],
  ['isNil(result) || result < 5', null, true],
  ['default(result, 0) < 5', null, true],
  ['result < 5', null, 'error'],
  ['(result ?? 1) == 1', null, true],
  ['result | len() == 2', [1, 2], true],
  ['all(result, # > 1)', [], true],
  ['all(result, # > 1)', [2, NaN], false],
  ['any(result, {# > 1})', [], false],
  ['result[0] > {{args.limit}}', [2], 'unknown'],
  ['len(result) > 0 && result[0] > {{args.limit}}', [], false],
  ['/* why */ result[0] == 1 // because', [1], true],
  ["'a' == \"a\" && `a` == 'a'", null, true],
  ['result[0] >= 1_000.5e-1', [101], true],
])('%s of %j is %p', (text, result, expected) => {
  expect(readCondition(text).evaluate(result)).toBe(expected);
});

test.each([
  ['result >= 0.95', 'cannot compare a list of numbers with a number', 7],
  ['result[0] == "1"', 'cannot compare a number with text', 10],
  ['result', 'must be true or false, got a list of numbers', 0],
  ['lenn(result) > 0', 'there is no function lenn', 0],
  ['value > 0', 'there is no value, the measurement is called result', 0],
  ['len(5) > 0', 'len wants a list or text or a map, got a number', 4],
  ['result[0] && true', 'and joins two conditions, got a number and true or false', 10],
  ['!result[0] > 1', 'not wants true or false, got a number', 0],
  ['result["a"] > 1', 'a list is indexed by a number, got text', 6],
  ['any(result, .x > 1)', 'a number has no elements', 13],
  ['default(result, 0) > 1', 'cannot compare a list of numbers with a number', 19],
])('%s does not fit a list of numbers', (text, message, offset) => {
  expect(readCondition(text).typeProblems(NUMBERS)).toEqual([{ message, offset }]);
});

test.each(['result[0] >= 0.95', 'all(result, # < 1)', 'filter(result, {# > 1})[0] > 2', 'len(result) == 0', 'first(result) > 1', 'result[0:2] == [1]', '"a" in ["a"]', 'let x = 1; x > 0'])(
  '%s fits a list of numbers', (text) => {
    expect(readCondition(text).typeProblems(NUMBERS)).toEqual([]);
  },
);

test('anything fits what is not known', () => {
  expect(readCondition('result.a[0].b > 1 && result > 2').typeProblems(ANY)).toEqual([]);
  expect(readCondition('result > 2').typeProblems(NUMBER)).toEqual([]);
});

test.each([
  ['result[0 <', 'the condition ends too early', 10],
  ['result[0] >', 'the condition ends too early', 11],
  ['result[0] > 1)', 'did not expect ")"', 13],
  ['result[0] = 1', 'did not expect "="', 10],
  ['"open', 'did not expect "\\""', 0],
  ['len(result', 'the condition ends too early, a , is missing', 10],
  ['(1 > 2', 'the condition ends too early, a ) is missing', 6],
])('fails on %s with a place', (text, message, offset) => {
  expect(readCondition(text).problem).toEqual({ message, offset });
});

test('finds thresholds, whichever side they stand on', () => {
  expect(readCondition('0.95 <= result[0] && asFloat(result[0]) < 2 && len(result) > 0').thresholds).toEqual([
    { operator: '>=', value: 0.95 }, { operator: '<', value: 2 },
  ]);
});

test.each([
  ['result[0] > 1', undefined, [0], 'failed'],
  ['result[0] > 1', undefined, [2], 'successful'],
  [undefined, 'result[0] > 1', [2], 'failed'],
  [undefined, 'result[0] > 1', [0], 'successful'],
  ['result[0] > 1', 'result[0] > 1', [2], 'failed'],
  ['result[0] > 2', 'result[0] < 1', [1], 'inconclusive'],
  ['result[0] > 2', 'result[0] < 1', [], 'error'],
  [undefined, undefined, [], 'successful'],
  ['result[0] > {{args.a}}', undefined, [1], 'unknown'],
])('success %s, failure %s of %j is %s, as the controller decides', (success, failure, result, expected) => {
  const read = (text: string | undefined): ReturnType<typeof readCondition> | undefined => text === undefined ? undefined : readCondition(text);
  expect(outcomeOf(read(success), read(failure), result)).toBe(expected);
});

test('no text makes it throw, however deep', () => {
  const piece = fc.constantFrom('result', '[', ']', '0', '(', ')', ' and ', ' not ', '!', '<', '>=', '?', ':', '??', '.', '"', '\'', '#', '{', '}', '{{args.x}}', ' in ', '|', ',', 'len', '-', '1e9', '..', '/*', '\n');
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece).map((pieces) => pieces.join(''))), fc.constantFrom<unknown>([], [NaN], [1], null, 5, 'a', {}), (text, result) => {
    const condition = readCondition(text);
    condition.typeProblems(NUMBERS);
    expect([true, false, 'error', 'unknown']).toContain(condition.evaluate(result));
    expect(Array.isArray(condition.thresholds)).toBe(true);
  }), { numRuns: 1000 });
  for (const text of ['('.repeat(5000), `${'!'.repeat(4000)}true`, Array(3000).fill('1').join('+'), '['.repeat(5000)]) {
    expect(['boolean', 'string']).toContain(typeof readCondition(text).evaluate([]));
    readCondition(text).typeProblems(NUMBERS);
  }
});
