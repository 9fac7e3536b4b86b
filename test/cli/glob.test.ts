import fc from 'fast-check';
import { rolloutkit } from './command-line';
import { alternatives, baseOf, isPattern, matcher } from '../../src/input/glob';

const matches = (pattern: string, path: string) => (alternatives(pattern) ?? []).some((each) => matcher(each)(path));

test.each([
  ['*.yaml', 'a.yaml'],
  ['a/*.yaml', 'a/b.yaml'],
  ['**/*.yaml', 'b.yaml'],
  ['**/*.yaml', 'a/b/c.yaml'],
  ['a/**/c.yaml', 'a/c.yaml'],
  ['a/**/c.yaml', 'a/x/y/c.yaml'],
  ['a/**', 'a/x/y.yaml'],
  ['**', 'x/y.yaml'],
  ['./a/*.y?ml', './a/b.yaml'],
  ['a.{yaml,yml}', 'a.yml'],
  ['{a,b/{c,d}}/x.yaml', 'b/d/x.yaml'],
  ['v[0-9].yaml', 'v2.yaml'],
  ['v[!0-9].yaml', 'va.yaml'],
  ['.github/*.yaml', '.github/a.yaml'],
  ['/srv/*.yaml', '/srv/a.yaml'],
  ['a(1)+$^.|*', 'a(1)+$^.|x'],
  ['[x', '[x'],
  ['a***b', 'a/b'.replace('/', 'x')],
])('%s matches %s', (pattern, path) => {
  expect(matches(pattern, path)).toBe(true);
});

test.each([
  ['*.yaml', 'a/b.yaml'],
  ['*.yaml', 'ayaml'],
  ['*.yaml', '.hidden.yaml'],
  ['**/*.yaml', '.git/a.yaml'],
  ['a/?.yaml', 'a/.yaml'],
  ['a/**', 'b/x.yaml'],
  ['v[!0-9].yaml', 'v1.yaml'],
])('%s does not match %s', (pattern, path) => {
  expect(matches(pattern, path)).toBe(false);
});

test.each([['a/b/*.yaml', 'a/b'], ['*.yaml', ''], ['**/x', ''], ['/srv/*', '/srv'], ['/*', '/'], ['./*', '.'], ['../*/a', '..'], ['a/b', 'a']])('%s begins in %j', (pattern, base) => {
  expect(baseOf(pattern)).toBe(base);
});

test('a plain name is no pattern', () => {
  expect(['a.yaml', '-', 'a b/c,d.yaml'].filter(isPattern)).toEqual([]);
});

test('fails when braces stand for more than anybody means', async () => {
  const pattern = '{a,b}'.repeat(30);
  expect(alternatives(pattern)).toBeUndefined();
  expect(await rolloutkit(['lint', pattern])).toMatchObject({ code: 2, err: `rolloutkit: ${pattern}: stands for too many patterns\n` });
});

test('fails on a range that runs downwards', async () => {
  expect(await rolloutkit(['lint', '[z-a].yaml'], { 'a.yaml': '' })).toMatchObject({ code: 2, err: expect.stringContaining('is no pattern') as unknown });
});

test('a name always matches itself, whatever it is made of', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '.', '(', ')', '+', '|', '^', '$', '\\', '-', ' ', '!', '&', '~', 'é', '😀', '}', ']', ','), minLength: 1, maxLength: 8 });
  fc.assert(fc.property(name, (each) => matches(each, each)));
});
