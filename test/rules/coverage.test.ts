import { everyRule } from '../../src/rules/every-rule';
import { everyCheck } from '../../src/rules/evidence/every-check';
import { readText } from '../docs/files';

/** Rows of a document's tables that begin with an id. */
function idsIn(file: string): string[] {
  return [...readText(file).matchAll(/^\| ([A-Z]+-\d\d) \| .+ \|$/gm)].map(([, id]) => id);
}

const checks = Object.keys(everyCheck);
const excused = idsIn('docs/rules-not-covered.md');
const covered = everyRule.flatMap(({ covers }) => covers);

test('there is a list of what upstream checks', () => {
  expect(checks.length).toBeGreaterThan(200);
});

test.each(checks)('%s is covered by a rule, or there is a reason why not', (id) => {
  const said = [
    ...covered.includes(id) ? ['a rule covers it'] : [],
    ...excused.includes(id) ? ['docs/rules-not-covered.md says why no rule does'] : [],
  ];
  expect(said).toHaveLength(1);
});

test('fails on a rule that covers what is not listed', () => {
  expect(covered.filter((id) => !checks.includes(id))).toEqual([]);
});

test('a reason is given for what is listed, and once', () => {
  expect(excused.filter((id) => !checks.includes(id))).toEqual([]);
  expect(excused).toEqual([...new Set(excused)]);
});
