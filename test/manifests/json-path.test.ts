import fc from 'fast-check';
import { jsonPathProblem } from '../../src/manifests/json-path';

// What the controller's own parser has said of each.

test.each([
  '{$}', '{.a.b}', '{$.items[0].x}', "{$['a']['b']}", '{..x}', '{.items[*]}', '{.items[0:2:1]}', "{.items[?(@.name=='a')].x}", '{range .items[*]}{.x}{end}', 'a {.b} c', '{.a\\.b}', '{"x"}', '{[]}', '{1.}',
])('%s can be read', (text) => {
  expect(jsonPathProblem(text)).toBeUndefined();
});

test.each(['{$.a', '{.a[}', '{.a[b]}', '{|.b}', '{....a}', '{"a}', '{1.5.2}', '{.a[?(@.b)}', '{(}'])('fails on %s', (text) => {
  expect(jsonPathProblem(text)).toMatch(/^cannot be read from /);
});

test('fails on what is plain text', () => {
  expect(jsonPathProblem('$.data.ok')).toBe('has no braces, so it is taken for plain text, which is then what is measured');
});

test('no text makes it go on for ever', () => {
  const piece = fc.constantFrom('{', '}', '$', '.', '..', '[', ']', '[?(', ')]', "'", '"', 'a', '1', '-', ',', ' ', '\\');
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    expect(['string', 'undefined']).toContain(typeof jsonPathProblem(pieces.join('')));
  }), { numRuns: 500 });
});
