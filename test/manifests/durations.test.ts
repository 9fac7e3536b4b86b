import fc from 'fast-check';
import { formatGoDuration, parseGoDuration, parsePauseDuration, suggestGoDuration } from '../../src/manifests/durations';

test.each([
  ['1m', 60], ['1h30m', 5400], ['1.5h', 5400], ['.5s', 0.5], ['1.s', 1], ['300ms', 0.3], ['1h1m1s', 3661], ['-1m', -60], ['+5s', 5], ['0', 0], ['0s', 0],
])('reads %s as Go does', (text, seconds) => {
  expect(parseGoDuration(text)).toBeCloseTo(seconds, 9);
});

test.each(['', '60', '1d', '1w', '5 minutes', '1m ', ' 1m', '1', '-', '.', '.s', '1mm', 'm', '3000000h', '1,5h'])('fails on %j, as Go does', (text) => {
  expect(parseGoDuration(text)).toBeUndefined();
});

test.each([[30, 30], ['30', 30], ['-1', -1], ['500ms', 0], ['90s', 90], [1.5, undefined], ['1d', undefined], [null, undefined], [{}, undefined]])(
  'reads a pause of %j as %p seconds', (value, seconds) => {
    expect(parsePauseDuration(value)).toBe(seconds);
  },
);

test.each([['1d', '24h'], ['2 weeks', '336h'], ['60', '1m'], [90, '1m30s'], ['5 minutes', '5m'], ['3min', '3m'], ['soon', undefined]])(
  'takes %j for %p', (value, meant) => {
    expect(suggestGoDuration(value)).toBe(meant);
  },
);

test('what is written can be read back', () => {
  fc.assert(fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (milliseconds) => {
    expect(parseGoDuration(formatGoDuration(milliseconds / 1000))).toBeCloseTo(milliseconds / 1000, 6);
  }));
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect([typeof parseGoDuration(text), typeof suggestGoDuration(text)].every((type) => ['number', 'string', 'undefined'].includes(type))).toBe(true);
  }));
});
