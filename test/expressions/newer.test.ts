import { readCondition } from '../../src/expressions/condition';

// Each was compiled, and run, by antonmedv/expr v1.15.5, which is in Argo Rollouts 1.9, and by expr-lang/expr v1.17.7, which is in 1.10.

test.each([
  'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99',
  'all(result, # > 0)',
  'any(result, {isNaN(#)})',
  'result | filter(# > 0) | len() > 0',
  'find(result, # > 1) == 2',
  'count(result, # > 1) == 1',
  'sum(result) > 1',
  'mean(result) > 1',
  'max(1, result[0]) > 0',
  'reduce(result, #acc + #) > 0',
  'sortBy([{"a": 1}], "a") != nil',
  'sort(result)[0] == 1',
  'take(result, 1)[0] == 1',
  'let x = result[0]; let y = 2; x < y',
  'default(result, 0) != nil',
  '(nil ?? 1) == 1',
  'result?.value == 1',
  'true ? true : false',
  '1 not in [2]',
  '0x1f > 1_0',
  'now() - duration("1h") != date("2023-01-01")',
  'result[0:1] != nil && 1..3 != nil',
  '{"if": 1}.if == 1',
  'result[0] > {{args.limit}}',
  '"a" startsWith "a" and "if" != "else"',
  '1 < 2 and 2 < 3',
])('1.9 reads %s as well', text => {
  expect(readCondition(text).problem).toBeUndefined();
  expect(readCondition(text).newerForms).toEqual([]);
});

test.each<[string, string, number]>([
  ['bitand(1, 2) == 0', 'bitand', 0],
  ['bitnot(1) == -2', 'bitnot', 0],
  ['max(result) < 1', 'max with such arguments', 0],
  ['min([1, 2]) < 1', 'min with such arguments', 0],
  ['max(1, [2, 3]) < 1', 'max with such arguments', 0],
  ['mean(1, 2) < 1', 'mean with such arguments', 0],
  ['count([true]) > 0', 'count with such arguments', 0],
  ['sum(result, # * 2) > 0', 'sum with such arguments', 0],
  ['len(sortBy(result, -#)) > 0', 'sortBy with such arguments', 4],
  ['reverse(result)[0] > 0', 'reverse', 0],
  ['len(uniq(result)) > 0', 'uniq', 4],
  ['flatten([[1]])[0] > 0', 'flatten', 0],
  ['concat([1], [2])[0] > 0', 'concat', 0],
  ['now(timezone("UTC")) != nil', 'now with such arguments', 0],
  ['if result[0] > 1 { true } else { false }', 'if', 0],
  ['1; true', 'several expressions', 0],
  ['0 < result[0] < 1', 'two comparisons in a row', 2],
  ['0 < result[0] < 1 < 2', 'two comparisons in a row', 2],
  ["'a' == `a`", 'a text in backticks', 7],
  ['::len(result) > 0', '::', 0],
  ['result?.[0] == 1', '?.[', 6],
  ['result[0] > 0b1', 'the number 0b1', 12],
  ['result[0] > 0o7', 'the number 0o7', 12],
  ['"abc"[0:1] == "a"', 'a part of a text', 5],
])('and cannot read %s', (text, message, offset) => {
  expect(readCondition(text).problem).toBeUndefined();
  expect(readCondition(text).newerForms[0]).toEqual({ message, offset });
});

test('what cannot be read at all is told by its own problem alone', () => {
  expect(readCondition('if result[0] >').newerForms).toEqual([]);
});
