import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SEEDS } from './seeded-violations';

const ROOT = join(__dirname, '..', '..');
const CONFIGURATION = ['.eslintrc.json', '.dependency-cruiser.json', 'knip.json', 'package.json', 'tsconfig.json', 'scripts'];

interface TaskFile {
  readonly tasks: Record<string, { env?: Record<string, string>; steps: { exec?: string; execArgs?: string[]; spawn?: string }[] }>;
}

const { tasks }: TaskFile = JSON.parse(readFileSync(join(ROOT, '.projen', 'tasks.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-lint-'));
const outputs = new Map<string, string>();

/** Runs a lint task word for word as `npm test` does, but on the seeded sources. */
async function lint(task: string): Promise<void> {
  const { env, steps: [{ exec, execArgs }] } = tasks[task];
  const [command, ...args] = (execArgs ?? exec!.split(' ')).filter((word) => word !== '$@');
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const output = await new Promise<string>((resolve) => {
    execFile(command, args, { cwd: folder, env: { ...process.env, ...env, PATH: path, NO_COLOR: '1', FORCE_COLOR: '0' } }, (error, stdout, stderr) => {
      resolve(error ? stdout + stderr : '');
    });
  });
  outputs.set(task, output);
}

/** The lines about one file. dependency-cruiser writes its advice wrapped, below the line that names the file. */
function reportsOn(file: string, task: string): string[] {
  const entries = (outputs.get(task) ?? '').split(/\n(?=\S|\s+(?:error|warn) )/).map((entry) => entry.replace(/\s+/g, ' ').trim());
  return entries.filter((entry) => entry.replace(/^error [\w-]+: /, '').startsWith(file));
}

beforeAll(async () => {
  for (const name of CONFIGURATION) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const { file, source } of SEEDS) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), source);
  }
  await Promise.all(['eslint', 'lint:architecture', 'lint:unused'].map(lint));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const violations = SEEDS.flatMap(({ what, file, breaks }) => (breaks ? [{ what, file, ...breaks }] : []));

test.each(violations)('fails on $what ($rule)', ({ file, task, rule, advice }) => {
  const reports = reportsOn(file, task).filter((report) => report.includes(rule));
  expect(reports).not.toEqual([]);
  expect(reports[0]).toContain(advice);
});

test.each(SEEDS.filter(({ breaks }) => !breaks))('accepts $what', ({ file }) => {
  expect([...reportsOn(file, 'eslint'), ...reportsOn(file, 'lint:architecture')]).toEqual([]);
});

test('`npm test` runs each of these checks', () => {
  const spawned = tasks.test.steps.map(({ spawn }) => spawn);
  expect(spawned).toEqual(expect.arrayContaining(['typecheck', 'eslint', 'lint:architecture', 'lint:unused']));
});
