import { inspect } from 'node:util';
import { plainError, refuse, show } from '../../src/intent/problem';

const problem = { property: 'weight', message: 'must be small, got 9', fix: 'write 1' };

test('nothing is refused when there is no problem', () => {
  expect(() => refuse('Owner')).not.toThrow();
  expect(() => refuse('Owner', undefined, undefined)).not.toThrow();
});

test('fails with every problem in one message, each with its owner', () => {
  expect(() => refuse('Owner', problem, undefined, { ...problem, property: 'other' }))
    .toThrow(new Error('Owner: weight: must be small, got 9; write 1\nOwner: other: must be small, got 9; write 1'));
});

test('what is thrown is an error, and prints as its message without a trace', () => {
  const error = plainError('several\nlines');
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe('several\nlines');
  expect(inspect(error)).toContain('InvalidRollout: several\nlines');
  expect(inspect(error)).not.toMatch(/^\s+at /m);
});

test.each<[unknown, string]>([[NaN, 'NaN'], [250, '250'], ['abc', '"abc"'], ['', '""'], [undefined, 'undefined'], ['a "b"', '"a \\"b\\""']])('%p is shown as %s', (value, shown) => {
  expect(show(value)).toBe(shown);
});
