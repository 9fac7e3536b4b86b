import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readText, ROOT } from '../docs/files';
import { snippetsIn } from '../docs/snippets';

/** Follows the recipes of CONTRIBUTING.md in a copy of the repository, first in part and then to the letter. */
const guide = readText('CONTRIBUTING.md');
const recipes = ['Add a rule', 'Add a router'].map(title => {
  const text = guide.slice(guide.indexOf(`## ${title}\n`)).split(/\n(?=## )/)[0];
  return { title, text, files: [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file) };
});
const copied = ['src', 'test', 'examples', 'conformance', 'docs', 'scripts', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', 'tsconfig.json', '.projenrc.ts', 'projenrc'];
const copy = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
let before: ReadonlyMap<string, string>;

/** Everything a program of the copy says. */
function run(script: string, ...args: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    execFile(process.execPath, [script, ...args], { cwd: copy }, (_, stdout, stderr) => resolve(`${stdout}${stderr}`));
  });
}

const parity = ['test/rules/parity.test.ts', 'test/traffic/parity.test.ts'];
const runJest = (...files: string[]) => run('node_modules/jest/bin/jest.js', '--silent', '-w', '1', ...files);

/** Adds the lines of a difference, each behind the line above it. */
function change(text: string, difference: string): string {
  let anchor = '';
  return difference.split('\n').filter(line => /^[ +]/.test(line)).reduce((changed, line) => {
    const above = anchor;
    anchor = line.slice(1);
    if (line.startsWith(' ')) return changed;
    expect(`${changed}\n`).toContain(`\n${above}\n`);
    return changed.replace(`\n${above}\n`, () => `\n${above}\n${anchor}\n`);
  }, text);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

function follow(text: string, wanted: (file: string) => boolean): void {
  for (const { file, code } of snippetsIn('CONTRIBUTING.md', text)) if (file !== undefined && wanted(file)) write(file, code);
  for (const [, file, difference] of text.matchAll(/<!-- change: (\S+) -->\n```diff\n([^]*?)```/g)) {
    if (wanted(file)) write(file, change(readFileSync(join(copy, file), 'utf8'), difference));
  }
}

/** The texts of the copy, by file. */
function texts(): ReadonlyMap<string, string> {
  const inside = (folder: string) => readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
    .filter(each => each.isFile()).map(each => relative(copy, join(each.parentPath, each.name)).replaceAll('\\', '/'));
  const files = copied.flatMap(entry => statSync(join(copy, entry)).isFile() ? [entry] : inside(entry));
  return new Map(files.map(file => [file, readFileSync(join(copy, file), 'utf8')]));
}

beforeAll(() => {
  for (const entry of copied) cpSync(join(ROOT, entry), join(copy, entry), { recursive: true });
  before = texts();
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each(recipes)('$title: every file it names is new, has its lines, or is generated', ({ text, files }) => {
  const told = [...text.matchAll(/<!-- (?:file|change): (\S+) -->/g)].map(([, file]) => file);
  const generated = [...text.matchAll(/^\| `([^`]+)` \|.*written by `npx projen/gm)].map(([, file]) => file);
  expect([...told, ...generated].sort()).toEqual([...files].sort());
});

test('fails, and names what is left to do, when only the first file of each was written', async () => {
  for (const { text, files } of recipes) follow(text, file => file === files[0]);
  const said = await runJest(...parity);
  const left = recipes.flatMap(({ files }) => files.slice(1)).filter(file => !['API.md', 'docs/pulumi.md', 'docs/routers.md', 'docs/rules.md'].includes(file));
  expect(left.filter(file => !said.includes(file))).toEqual([]);
}, 300_000);

test('exactly the files of the recipes suffice', async () => {
  for (const { text, files } of recipes) follow(text, file => file !== files[0]);
  const wrote = await run('scripts/examples.mjs');
  expect(wrote.split('\n').filter(line => line.startsWith('wrote')).sort()).toEqual(['wrote README.md', 'wrote docs/pulumi.md', 'wrote docs/routers.md', 'wrote docs/rules.md']);
  // the build writes it, which takes too long here
  const named = recipes.flatMap(({ files }) => files).filter(file => file !== 'API.md').sort();
  expect([...texts()].filter(([file, text]) => before.get(file) !== text).map(([file]) => file).sort()).toEqual(named);
  const [types, tests] = await Promise.all([
    run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'test/tsconfig.json'),
    runJest(...parity, ...named.filter(file => file.endsWith('.test.ts'))),
  ]);
  expect(types).toBe('');
  expect(tests.split('\n').filter(line => /^(FAIL|\s*●)/.test(line))).toEqual([]);
  expect(tests).toMatch(/Test Suites: 4 passed/);
}, 300_000);
