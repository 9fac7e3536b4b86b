import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolloutkit } from './cli/command-line';
import { examples, expectedOf, findingsTold, readText, ROOT, textsIn } from './docs/files';
import { expectValid } from './schema';
import { readGraph } from '../src/graph/graph';
import { readYaml } from '../src/manifests/yaml';
import { judge } from '../src/rules/judge';

/** Far apart in the day, in how they sort, in how they write numbers and letters. */
const environments = [
  { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' },
];
const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
const outputs = environments.map((_, index) => join(folder, String(index)));

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });
}

beforeAll(() => {
  for (const [index, environment] of environments.entries()) {
    const { status, stderr } = node([join('scripts', 'run-examples.cjs'), outputs[index]], environment);
    // Nothing else is said than what stands in the findings.txt of an example.
    expect({ status, stderr }).toEqual({ status: 0, stderr: examples.map(findingsTold).join('') });
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the two environments really differ', () => {
  const [here, there] = environments.map(environment => node(['-p', '[Intl.DateTimeFormat().resolvedOptions().locale, new Date(0).getTimezoneOffset()].join()'], environment).stdout);
  expect(here.split(',').map((part, index) => part !== there.split(',')[index])).toEqual([true, true]);
});

test('there are examples', () => {
  expect(examples).toEqual(expect.arrayContaining(['quickstart', 'theory']));
});

/** Where the Gateways of the examples are, which somebody else has written. */
const elsewhere = ['shop', 'theory', 'flash-sale'].map(namespace => ({ kind: 'Gateway', name: 'public', namespace }));

/** What is said of manifests, and not of the properties of a program. */
function rulesTold(name: string): string {
  return findingsTold(name).split('\n').filter(line => !line.endsWith('(property)')).join('\n');
}

describe.each(examples)('examples/%s', name => {
  const expected = expectedOf(name);
  const documentsOf = (files: readonly string[]) => files.flatMap(file => readYaml(expected[file], file).documents);
  const documents = documentsOf(Object.keys(expected));
  // The steps of a walk follow each other, all else is applied together.
  const applied = Object.keys(expected).some(file => /\.step-\d+\./.test(file)) ? Object.keys(expected).map(file => [file]) : [Object.keys(expected)];

  test.each(environments.map(({ TZ, LC_ALL }, index) => [TZ, LC_ALL, outputs[index]]))('writes what is expected, in %s and %s', (_, __, output) => {
    // `npx projen examples` writes it anew
    expect(textsIn(join(output, name))).toEqual(expected);
  });

  test('writes nothing that an API server would refuse', () => {
    expect(documents.length).toBeGreaterThan(0);
    expectValid(documents.map(({ manifest }) => manifest));
  });

  test('gives the rules nothing to say but what is written down', () => {
    // a construct tells of all that it wrote under the name of its first object
    const told = [...rulesTold(name).matchAll(/^\w+ {2}\w+ (\S+) .*\((\S+)\)$/gm)].map(([, object, rule]) => `${object} ${rule}`);
    const findings = applied.flatMap(files => judge(readGraph(documentsOf(files)), { complete: true, elsewhere }));
    expect(findings.map(({ resource, rule }) => `${resource.replace(/^\w+ /, '')} ${rule}`).sort()).toEqual(told.sort());
  });

  test('passes `rolloutkit lint`', async () => {
    const outcomes = await Promise.all(applied.map(files => rolloutkit(['lint', ...files], expected)));
    expect(outcomes.map(({ code }) => code)).toEqual(applied.map(() => 0));
    expect(outcomes.some(({ out }) => out !== '')).toBe(rulesTold(name) !== '');
  });

  test('has a page that a newcomer can follow', () => {
    const page = readText(`examples/${name}/README.md`);
    expect(page).toContain(`npx ts-node --transpile-only examples/${name}/main.ts`);
    expect(page).toContain('<!-- generated: stages');
  });
});

describe('npm start', () => {
  const scratch = join(folder, 'start');
  const temporary = { TMPDIR: scratch, TEMP: scratch, TMP: scratch };

  test('shows the YAML of the quickstart and what it means, and leaves nothing behind', () => {
    if (!existsSync(join(ROOT, 'lib', 'report', 'stages.js'))) throw new Error('there is no build to start: run `npx projen compile` first');
    node(['-e', 'fs.mkdirSync(process.env.TMPDIR)'], temporary);
    const { status, stdout, stderr } = node([join('scripts', 'start.mjs')], temporary);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [yaml] = Object.values(expectedOf('quickstart'));
    expect(stdout).toContain(yaml);
    expect(stdout).toContain('stage 4   20 %            80 %    hold 5 min; gate: success-rate, latency');
    expect(stdout).toContain('success-rate, asked every 2 min: the second answer below 99 rolls back');
    expect(stdout.slice(stdout.indexOf('What happens')).split('\n').length).toBeLessThan(40);
    expect(readdirSync(scratch)).toEqual([]);
  });
});
