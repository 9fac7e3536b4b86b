import fc from 'fast-check';
import { unifiedDiff } from '../../conformance/lab/unified-diff';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]) => lines.map(line => `${line}\n`).join('');

test('is nothing between two versions that are the same', () => {
  expect(unifiedDiff('a.go', 'one\n', 'one\n')).toBe('');
  expect(unifiedDiff('a.go', undefined, '')).toBe('');
});

test('shows a change with three lines on each side', () => {
  expect(unifiedDiff('pkg/a.go', text(numbered(9)), text(Object.assign(numbered(9), { 4: 'other' })))).toBe([
    '--- a/pkg/a.go', '+++ b/pkg/a.go', '@@ -2,7 +2,7 @@',
    ' line 2', ' line 3', ' line 4', '-line 5', '+other', ' line 6', ' line 7', ' line 8', '',
  ].join('\n'));
});

test('shows changes that are far apart separately, and near ones together', () => {
  const hunks = (second: number) => unifiedDiff('a', text(numbered(30)), text(Object.assign(numbered(30), { 4: 'x', [second]: 'y' }))).match(/^@@.*$/gm);
  expect(hunks(10)).toEqual(['@@ -2,13 +2,13 @@']);
  expect(hunks(12)).toEqual(['@@ -2,7 +2,7 @@', '@@ -10,7 +10,7 @@']);
});

test('of a file that is new, or gone, shows all of it', () => {
  expect(unifiedDiff('a.go', undefined, 'one\ntwo\n')).toBe('--- /dev/null\n+++ b/a.go\n@@ -0,0 +1,2 @@\n+one\n+two\n');
  expect(unifiedDiff('a.go', 'one\n', undefined)).toBe('--- a/a.go\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-one\n');
});

test('says where a last line is not ended', () => {
  expect(unifiedDiff('a', 'one\ntwo\n', 'one\ntwo')).toBe('--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n one\n-two\n+two\n\\ No newline at end of file\n');
});

test('leads from one version to the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 25 });
  fc.assert(fc.property(lines, lines, (before, after) => {
    expect(applied(before, unifiedDiff('file', text(before), text(after)))).toEqual(after);
  }));
});

/** The lines after a difference was applied to them, as `patch` does. */
function applied(before: readonly string[], diff: string): string[] {
  const [, ...hunks] = diff.split(/^(?=@@ )/m);
  const after: string[] = [];
  let done = 0;
  for (const hunk of hunks) {
    const [head, ...lines] = hunk.replace(/\n$/, '').split('\n');
    const [, start, count] = /^@@ -(\d+),(\d+) /.exec(head!)!.map(Number) as [number, number, number];
    // Where nothing is taken away, the number is that of the line before.
    const from = count === 0 ? start : start - 1;
    after.push(...before.slice(done, from), ...lines.filter(line => !line.startsWith('-')).map(line => line.slice(1)));
    expect(lines.filter(line => !line.startsWith('+')).map(line => line.slice(1))).toEqual(before.slice(from, from + count));
    done = from + count;
  }
  return [...after, ...before.slice(done)];
}
