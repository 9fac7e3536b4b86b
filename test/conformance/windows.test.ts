import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { compressWindows } from '../../conformance/harness/windows';

test.each([
  ['a window', 'rate(a[10m])', 'rate(a[10s])'],
  ['a window of several units', 'rate(a[1h30m])', 'rate(a[90s])'],
  ['a window in seconds alone', 'rate(a[600])', 'rate(a[10s])'],
  ['a window between spaces and comments', 'rate(a[ 10m # ten\n ])', 'rate(a[ 10s # ten\n ])'],
  ['a window of a subquery, and its step', 'max_over_time(a[1h:2m])', 'max_over_time(a[60s:2s])'],
  ['a subquery without a step', 'max_over_time(rate(a[10m])[1h:])', 'max_over_time(rate(a[10s])[60s:])'],
  ['an offset', 'a offset 5m', 'a offset 5s'],
  ['an offset into the future', 'a offset - 5m', 'a offset -5s'],
  ['windows with an offset, several in a query', 'rate(a[10m] offset 1h) / rate(b[5m] @ 1700000000)', 'rate(a[10s] offset 60s) / rate(b[5s] @ 1700000000)'],
])('divides %s', (_, query, shorter) => {
  expect(compressWindows(query, 60)).toBe(shorter);
});

test('up to whole seconds, which is what manifests know', () => {
  expect(compressWindows('rate(a[301s] offset 61s)', 60)).toBe('rate(a[6s] offset 2s)');
});

test('a window never gets too short for a rate; a step and an offset may', () => {
  const query = 'rate(a[2m] offset 1m) + max_over_time(b[2m:30s])';
  expect(compressWindows(query, 60)).toBe('rate(a[5s] offset 1s) + max_over_time(b[5s:1s])');
  expect(compressWindows(query, 60, 20)).toBe('rate(a[20s] offset 1s) + max_over_time(b[20s:1s])');
});

test.each([
  ['texts', 'a{b="[5m]", c=~\'x[5m]\', d=`offset 5m`}'],
  ['comments', 'a # [5m] offset 5m'],
  ['numbers, even when they are written as durations', 'a > 5m + 300'],
  ['arguments', '{{args.metric}}{b="{{args.c}}"} > {{args.limit}}'],
])('leaves %s alone', (_, query) => {
  expect(compressWindows(query, 60)).toBe(query);
});

test.each([
  ['an argument in the place of a window', 'rate(a[{{args.window}}])', 'the window at 7 must be a plain duration to be shortened: rate(a[{{args.window}}])'],
  ['a sum of durations', 'a offset (5m + 1m)', 'the offset at 9 must be a plain duration to be shortened: a offset (5m + 1m)'],
  ['what is no query', 'rate(a[5m]', 'not a query, at 10: rate(a[5m]'],
])('fails on %s', (_, query, message) => {
  expect(() => compressWindows(query, 60)).toThrow(new Error(message));
});

test('every query of the examples keeps all but its windows and offsets', () => {
  const queries = queriesOfExamples();
  expect(queries.length).toBeGreaterThan(10);
  for (const query of queries) {
    const [, ...windows] = query.split(/\[\d+[mh]\]/);
    expect(compressWindows(query, 60).split(/\[\d+s\]/)).toHaveLength(windows.length + 1);
    expect(compressWindows(query, 60).replaceAll(/\[\d+s\]|(?<= offset )\d+s/g, '')).toBe(query.replaceAll(/\[\d+[mh]\]|(?<= offset )\d+[mh]/g, ''));
  }
});

function queriesOfExamples(): string[] {
  const examples = join(__dirname, '../../examples');
  return readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.k8s.yaml'))
    .flatMap(file => parseAllDocuments(readFileSync(join(examples, file), 'utf8')))
    .map(document => document.toJS() as { kind: string; spec: { metrics: { provider: { prometheus: { query: string } } }[] } })
    .filter(({ kind }) => kind === 'AnalysisTemplate')
    .flatMap(({ spec }) => spec.metrics.map(({ provider }) => provider.prometheus.query));
}
