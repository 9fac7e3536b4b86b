import { answersOf } from '../../src/expressions/answers';
import { readCondition } from '../../src/expressions/condition';
import { ANY, LIST, MAP, MAPS, NUMBER, NUMBERS, TEXT } from '../../src/expressions/types';
import type { Type } from '../../src/expressions/types';

// What the controller's own compiler and providers have said of each; the conformance suite asks them of many more.

/** The first objection. */
function objection(text: string, type: Type): string | undefined {
  const condition = readCondition(text);
  return (condition.problem ?? condition.typeProblems(type)[0])?.message;
}

test.each([
  '0 < result[0] < result[0] + 1 < 3', 'result[0] > 1 ?: true', '(let least = 1; result[0] > least)', 'let a = 1; let b = 2; a < b',
  'if len(result) > 0 { result[0] > 1 } else if false { true } else { false }', 'len(result); true;', 'result | filter(# > 1) | len() > 0',
  'all(result, { let least = 1; # > least })', 'any(result, # > 1,)', 'len([1, 2,]) == 2', '::len(result) > 0', '$env.result[0] > 1', '$env?.nothing == nil',
  '"a" not contains "b"', '1 not in [2]', 'map(result, #index)[0] == 0', 'reduce(result, #acc + #) > 1', 'reduce(result, #acc + #, 0) > 1', 'sum(result, # * 2) > 1',
  '0x1F == 31 and 0b11 == 3 and 0o17 == 15 and 1_000 == 1000 and 1e_3 == 1000.', '"\\u0041\\x41\\101\\u{41}\\n" != `a``b`', '{a: 1, "b": 2, (1 + 1): 3}.a == 1',
  'result[0:1] == result[:1]', 'true ? result[0] > 1 : false', 'result[asInt(result[0])] > 1', 'len(result) % 2 == 0', 'first(filter(result, # > 1)) == "anything"',
  'find(result, # > 1) > 2', 'min(result[0], 1) < 2', 'sort(result)[0] < 1', 'join(["a"]) == "a"', 'len != nil', 'result == nil', 'get(result, 0) > 1', '1.5e300 > 1',
])('%s fits a list of numbers', (text) => {
  expect(objection(text, NUMBERS)).toBeUndefined();
});

test.each([
  ['result ?? 1 == 1', '== after ?? needs parentheses around the one or the other'],
  ['(0 < result[0]) < 1', 'cannot compare true or false with a number'],
  ['# > 1', 'did not expect "#"'],
  ['.x > 1', 'did not expect "."'],
  ['result[0] not > 1', 'did not expect "not"'],
  ['any(result)', 'did not expect ")", a , is missing'],
  ['any(result, # > 1; true)', 'did not expect ";", a ) is missing'],
  ['nil.a', 'did not expect "."'],
  ['1[0] == 1', 'did not expect "["'],
  ['1.x > 1', 'did not expect "."'],
  ['"\\d" == "d"', 'did not expect "\\""'],
  ['"\\u{110000}" == ""', 'there is no character \\u{110000}'],
  ['9223372036854775808 > 1', '9223372036854775808 is too large'],
  ['1e999 > 1', '1e999 is too large'],
  ['0x_ > 1', 'did not expect "0"'],
  ['{1 + 1: 2} != nil', 'did not expect "+", a : is missing'],
  ['{[]: 2} != nil', 'did not expect "["'],
  ['let = 1; true', 'did not expect "="'],
  ['if true { true }', 'the condition ends too early, a else is missing'],
  ['result | len', 'the condition ends too early, a ( is missing'],
  ['result[0] % 2 == 0', '% wants two whole numbers, got a number % a number'],
  ['1 % 0 == 1', 'nothing can be divided by 0'],
  ['result[0.5] > 1', 'a list is indexed by a whole number, got a number'],
  ['result[0.5:] == []', 'a part goes from one whole number to another'],
  ['len(result)[1:] == []', 'cannot take a part of a number'],
  ['0..result[0] == []', '.. wants two whole numbers, got a number .. a number'],
  ['any(result, .x > 1)', 'a number has no elements'],
  ['all(result, #)', 'all asks what is true or false of each, got a number'],
  ['filter(result, nil) == []', 'filter asks what is true or false of each, got nil'],
  ['any(result, #index > 1)', 'there is no #index in any'],
  ['any(result, # > "a")', 'cannot compare a number with text'],
  ['find(result, # > 1) == "a"', 'cannot compare a number with text'],
  ['isNaN(result[0], 1)', 'isNaN wants 1 argument, got 2'],
  ['take(result, 0.5) == []', 'take wants a whole number, got a number'],
  ['join(result, ",") == ""', 'join wants a list of texts, got a list of numbers'],
  ['max("a") == 1', 'max wants numbers or lists, got text'],
  ['len > 0', 'cannot compare a function with a number'],
  ['$env.nothing == nil', 'there is no nothing, the measurement is called result'],
  ['result() == nil', 'there is no function result'],
  ['let result = 1; true', 'there is a result already'],
  ['let a = 1; let a = 2; true', 'there is a a already'],
  ['"a" in {"a": 1} and 1 in {"a": 1}', 'in wants a list, got a number in a map'],
  ['"a" in "abc"', 'in wants a list, got text in text'],
  ['(true ? 1 : "a") and true', undefined],
  ['(true ? 1 : 2) and true', 'and joins two conditions, got a number and true or false'],
  ['(true ? result : nil) > 1', 'cannot compare a list of numbers with a number'],
  ['[1, 2][0] and true', 'and joins two conditions, got a number and true or false'],
  ['(result ?? 1) > 1', undefined],
  ['1', 'must be true or false, got a number'],
])('of %s for a list of numbers it objects: %s', (text, message) => {
  expect(objection(text, NUMBERS)).toBe(message);
});

test.each<[string, Type, string | undefined]>([
  ['result.a > 1 and result["b"].c == "x"', MAP, undefined],
  ['result.in > 1', MAP, undefined],
  ['result[0] > 1', MAP, 'a map is indexed by text, got a number'],
  ['result > 1', MAP, 'cannot compare a map with a number'],
  ['(result.ok ? 1 : result.a) and true', MAP, 'and joins two conditions, got a number and true or false'],
  ['(result.ok ? result.a : 1) and true', MAP, undefined],
  ['result[0].a > 1', LIST, undefined],
  ['first(result) > "a"', LIST, undefined],
  ['result[0] > 1', TEXT, 'text has no elements'],
  ['result contains "a" and len(result) > 1', TEXT, undefined],
  ['result[0] > 1', NUMBER, 'a number has no elements'],
  ['result[0].b() > 1 and result(1)', ANY, undefined],
])('%s for %j: %s', (text, type, message) => {
  expect(objection(text, type)).toBe(message);
});

test.each<[string, unknown, unknown]>([
  // Arguments come first, whatever the function does with them.
  ['isNil(result[0])', [], 'error'],
  ['default(result[0], 0) == 0', [], 'error'],
  // Without a closure, count counts what is true.
  ['count(result) > 0', [1], 'error'],
  ['count(result, # > 1) == 1', [1, 2], true],
  ['all(result, # < 1)', [0, NaN], false],
  ['none(result, # > 1)', [0, NaN], true],
  ['one(result, # > 1)', [0, 2, 3], false],
  ['any(result, any([1], # > 2) or # > 1)', [2], true],
  ['len(filter(result, # > 1)) == 2', [1, 2, 3], true],
  ['map(result, # + #index)[1] == 3', [1, 2], true],
  ['find(result, # > 1) == nil', [], true],
  ['find(result, # > 1) > 1', [0], 'error'],
  // It leaves something behind that is taken for the left side.
  ['2 > findLast(result, # > 1)', [2, 3, 1], 'unknown'],
  ['sum(result) / len(result) < 2', [1, 2], true],
  ['sum(result, # * 2) == 6', [1, 2], true],
  ['reduce(result, #acc + #) > 1', [], 'error'],
  ['reduce(result, #acc + #index, 0) == 1', [5, 5], true],
  ['mean(result) == 1.5 and max(result) == 2 and min(result) == 1', [1, 2], true],
  ['max(result) > 1', [], 'error'],
  ['abs(result[0]) + ceil(0.5) + floor(1.5) == 4', [-2], true],
  ['result[-1:][0] == 2 and take(result, 1)[0] == 1 and reverse(result)[0] == 2', [1, 2], true],
  ['concat(result, [1])[1] == 1 and (1..3)[2] == 3 and get(result, 0) == 2', [2], true],
  ['let a = result[0]; a > 1', [2], true],
  ['if result[0] > 1 { true } else { false }', [2], true],
  ['7 % 4 == 3 and -7 % 4 == -3', [], true],
  ['len(result) % len(result) == 0', [], 'error'],
  // What is fixed is worked out when it is compiled, and the other side is then left out.
  ['result[0] > 1 and false', [], false],
  ['result[0] > 1 or true', [], true],
  ['result[0] > 1 or not false', [], true],
  ['result[0] > 1 or 1 == 1', [], 'unknown'],
  ['1 in ["a", "b"]', [], 'error'],
  ['result[0] > 1 ? result[0] : false', [2], 'error'],
  ['asInt(result[0]) == 1 and asFloat(1) == 1', [1.9], true],
  ['asInt(result[0]) == 1', [NaN], 'unknown'],
  ['isNaN(1)', [], 'unknown'],
  ['len("äb") == 2 and "ab" startsWith "a" and "ab" endsWith "b" and "ab" contains "a"', [], true],
  ['"a" matches "a"', [], 'unknown'],
  ['result.ok', { ok: true }, 'unknown'],
])('%s of %j is %p', (text, result, expected) => {
  expect(readCondition(text).evaluate(result)).toBe(expected);
});

test('a number below zero is a threshold', () => {
  expect(readCondition('result[0] > -1').thresholds).toEqual([{ operator: '>', value: -1 }]);
});

test.each([['words', Array(2000).fill('1').join(' < ')], ['parentheses', `${'('.repeat(300)}true${')'.repeat(300)}`]])('what has too many %s is not followed, and no mistake', (_, text) => {
  const condition = readCondition(text);
  expect([condition.problem, condition.typeProblems(NUMBERS), condition.evaluate([])]).toEqual([undefined, [], 'unknown']);
});

test.each([
  ['result[0].Values[0] < 5 and len(result) == 1', undefined],
  ['all(result, len(.Values) > 0 && .StatusCode == "Complete")', undefined],
  ['"Values" in result[0]', undefined],
  ['result[0].Timestamps[0] > now()', undefined],
  ['result[0].values[0] < 5', 'a result has no values, did you mean Values?'],
  ['result[0].sum < 5', 'a result has no sum, it has Id, Label, Messages, StatusCode, Timestamps, Values'],
  ['result[0][0] < 5', 'a result has no such field, it has Id, Label, Messages, StatusCode, Timestamps, Values'],
  ['result[0] < 5', 'cannot compare a result with fields with a number'],
  ['result[0].Values < 5', 'cannot compare a list of numbers with a number'],
])('of %s for results of CloudWatch it objects: %s', (text, message) => {
  const [type] = answersOf('cloudWatch') ?? [ANY];
  expect(objection(text, type)).toBe(message);
});

test('maps have no order to be sorted by', () => {
  expect(objection('sort(result)[0] == 1', MAPS)).toBe('sort wants numbers or texts, got a list');
  expect(answersOf('kayenta')).toBeUndefined();
});
