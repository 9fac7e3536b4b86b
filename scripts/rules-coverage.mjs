// npm run rules:coverage: how much of what upstream checks is covered by a rule, by family, and what is not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
require('./from-sources.cjs');

const { everyRule } = require(join(root, 'src/rules/every-rule.ts'));
const { everyCheck } = require(join(root, 'src/rules/evidence/every-check.ts'));
const covered = new Set(everyRule.flatMap(rule => rule.covers));
const reasons = new Map(rowsOf('docs/rules-not-covered.md'));
const families = new Map();
for (const id of Object.keys(everyCheck)) {
  const family = id.split('-')[0];
  families.set(family, [...families.get(family) ?? [], id]);
}

let open = 0;
for (const [family, ids] of [...families, ['all', [...families.values()].flat()]]) {
  const without = ids.filter(id => !covered.has(id));
  const isTotal = family === 'all';
  console.log(`${family.padEnd(5)} ${String(ids.length - without.length).padStart(3)} of ${String(ids.length).padStart(3)} covered`);
  for (const id of isTotal ? [] : without) {
    open += reasons.has(id) ? 0 : 1;
    console.log(`      ${id}: ${reasons.get(id) ?? 'NO RULE, AND NO REASON in docs/rules-not-covered.md'}`);
  }
}
process.exitCode = open === 0 ? 0 : 1;

function rowsOf(file) {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/^\| ([A-Z]+-\d\d) \| (.+) \|$/gm)].map(([, id, text]) => [id, text]);
}
