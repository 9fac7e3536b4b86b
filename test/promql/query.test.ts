import fc from 'fast-check';
import { readQuery } from '../../src/promql/query';

const RATIO = 'sum(rate(a{job="x",code!~"5.."}[5m])) / sum(rate(a{job="x"}[5m]))';

test('names what is measured, over which window', () => {
  const { selectors, functions, errors } = readQuery('sum by (le) (rate(a_bucket{job="x", code!~"5.."}[1h30m] offset 5m)) > bool {__name__="b"}');
  expect(errors).toEqual([]);
  expect(functions).toEqual(['sum', 'rate']);
  expect(selectors).toMatchObject([
    {
      metric: 'a_bucket', range: 5400, matchers: [{ label: 'job', operator: '=', value: 'x' }, { label: 'code', operator: '!~', value: '5..' }],
    },
    { metric: 'b', range: undefined },
  ]);
});

test('reads through placeholders, wherever they stand', () => {
  const query = readQuery('sum(rate({{args.metric}}{pod=~"{{args.name}}-.*"}[{{ args.window }}] offset {{args.offset}})) > {{args.limit}}');
  expect(query.errors).toEqual([]);
  expect(query.selectors[0]).toMatchObject({ isRange: true, range: undefined });
});

test.each([
  ['1 + 2', 'scalar'], ['scalar(a)', 'scalar'], ['a', 'vector'], ['sum(a) / 2', 'vector'], ['a[5m]', 'matrix'], ['max_over_time(a[5m:1m])', 'vector'], ['a[5m:1m]', 'matrix'], ['-a', 'vector'],
])('%s answers with a %s', (query, kind) => {
  expect(readQuery(query).resultKind).toBe(kind);
});

test.each([
  [RATIO, 'fraction'], [`1 - ${RATIO}`, 'fraction'], [`(${RATIO}) * 100`, 'percent'], [`100 * ${RATIO}`, 'percent'], [`100 - 100 * (${RATIO})`, 'percent'],
  [`(${RATIO}) or vector(0)`, 'fraction'], ['sum(a) / sum(b)', undefined], ['sum(rate(a[5m]))', undefined], ['sum(a) / sum(a{b="c"})', undefined],
])('%s gives a share as %s', (query, share) => {
  expect(readQuery(query).share).toBe(share);
});

test.each([
  ['a', false, false], [RATIO, false, true], ['sum(a) or vector(0)', true, false], ['sum(a) / 5', false, false], ['sum(a) / (sum(b) > 0)', false, false],
  ['histogram_quantile(0.9, a)', false, true],
  [`${RATIO} and sum(a) >= 50`, false, false], ['histogram_quantile(0.9, a) and on() (sum(rate(b[5m])) > 0)', false, false],
  [`${RATIO} and sum(a) < 50`, false, true], [`${RATIO} and sum(a)`, false, true], [`a unless ${RATIO}`, false, false], [`${RATIO} unless a`, false, true],
  ['scalar(a)', true, true], ['vector(1) > 2', false, false],
])('%s: always answers %p, may be NaN %p', (query, isNeverEmpty, canBeNaN) => {
  expect(readQuery(query)).toMatchObject({ isNeverEmpty, canBeNaN });
});

test.each([
  ['sum(rate(a[5m])', 'a closing ) is missing', 15], ['', 'the query ends too early', 0], ['foo(a)', 'there is no function foo', 3], ['a{b=}', 'did not expect "}"', 4],
])('fails on %j with a place', (query, message, offset) => {
  expect(readQuery(query).errors[0]).toMatchObject({ message, offset: offset === 15 ? expect.any(Number) as number : offset });
});

test('no text makes it throw, however deep', () => {
  const piece = fc.constantFrom('a', 'sum', '(', ')', '[5m]', '{', '}', '"', '=', '~', ' by ', '{{args.x}}', '{{', '1', '+', '/', ' or ', 'rate', ',', '\n', '#', '[', ':');
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece).map((pieces) => pieces.join(''))), (text) => {
    expect(Array.isArray(readQuery(text).selectors)).toBe(true);
  }), { numRuns: 500 });
  expect(readQuery(`${'('.repeat(3000)}a${')'.repeat(3000)}`).resultKind).toBe('unknown');
  expect(readQuery(Array(5000).fill('a').join('+')).resultKind).toBe('unknown');
});
