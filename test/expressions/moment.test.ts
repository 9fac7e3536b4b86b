import { momentProblem } from '../../src/expressions/moment';

// What the controller's own code has said of each.

test.each([
  'now()', ' now ()', 'now() - duration("1h")', "now() - duration('90m')", 'duration("1h") + now()', 'now() - (now() - now())', 'date("2026-01-01")', 'date("10:00:00")', 'date("2026-01-01T10:00:00Z")', 'date("01 Jan 26 10:00 UTC")',
  'date("2023-08-14 00:00:00", "2006-01-02 15:04:05", "UTC") - duration("1h")', 'now().AddDate(0, 0, -1)', 'now().Truncate(duration("24h"))', 'let day = now(); day - duration("24h")', 'true ? now() : date("2026-01-01")', 'first([now()])', 'find([now()], true)',
])('%s is a moment', (text) => {
  expect(momentProblem(text)).toBeUndefined();
});

test.each([
  ['yesterday', 'there is no yesterday'],
  ['result', 'there is no result'],
  ['default(now(), 1)', 'there is no default'],
  ['NOW()', 'there is no function NOW'],
  ['now() - 1h', 'did not expect "1"'],
  ['now() -', 'it ends too early'],
  ['now', 'it gives no time'],
  ['5', 'it gives no time'],
  ['now() - 5', 'it gives no time'],
  ['now() -- duration("1h")', 'it gives no time'],
  ['duration("5m")', 'it gives a duration'],
  ['now() - now()', 'it gives a duration'],
  ['now() > now()', 'it gives no time'],
  ['now() - duration("1d")', '"1d" is no duration'],
  ['date("yesterday")', '"yesterday" is no date'],
  ['date("2026-13-01")', '"2026-13-01" is no date'],
])('fails on %j, because %s', (text, problem) => {
  expect(momentProblem(text)).toBe(problem);
});

test('what is too much to follow is not objected to', () => {
  expect(momentProblem(`${'('.repeat(300)}now()${')'.repeat(300)}`)).toBeUndefined();
});
