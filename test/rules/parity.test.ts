import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { everyExample } from '../../src/rules/every-example';
import { everyRule as rules } from '../../src/rules/every-rule';

const RULES = join(__dirname, '..', '..', 'src', 'rules');

/** `steps/weights-increase`, for every file of a subject's folder. */
const files = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['evidence', 'examples', 'pods'].includes(entry.name))
  .flatMap((folder) => readdirSync(join(RULES, folder.name)).map((file) => `${folder.name}/${file.replace(/\.ts$/, '')}`));

test.each(files)('%s.ts holds one rule, which the catalogue knows by the name of its file', (file) => {
  const id = file.split('/')[1];
  const name = variable(id);
  const known = rules.some((rule) => rule.id === id) ? [] : [
    `add to src/rules/catalogue.ts: export { ${name} } from './${file}';`,
  ];
  expect(known).toEqual([]);
});

test.each(files)('%s has a test of its own', (file) => {
  const missing = existsSync(join(__dirname, `${file}.test.ts`)) ? [] : [
    `add test/rules/${file}.test.ts with testRule(rule, { valid, invalid })`,
  ];
  expect(missing).toEqual([]);
});

test.each(files)('%s has an example', (file) => {
  const id = file.split('/')[1];
  const missing = everyExample.has(id) ? [] : [
    `add src/rules/examples/${id}.ts, and its line to src/rules/examples/catalogue.ts: export { ${variable(id)} } from './${id}';`,
  ];
  expect(missing).toEqual([]);
});

test('every id is there once', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toHaveLength(files.length);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s says what must hold and why', (_, rule) => {
  expect(rule.summary).toMatch(/^[a-z].*[^.\s]$/s);
  expect(rule.why).toMatch(/^[a-zA-Z].*[^.\s]$/s);
});

function variable(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
