import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLLOUT } from './command-line';
import { nodeIo } from '../../src/cli/node-io';
import { run } from '../../src/cli/run';

const ROOT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-main-')).replaceAll('\\', '/');

beforeAll(() => {
  mkdirSync(join(folder, 'deploy', 'base'), { recursive: true });
  writeFileSync(join(folder, 'deploy', 'base', 'rollout.yaml'), ROLLOUT);
  // a folder that holds itself
  symlinkSync(join(folder, 'deploy'), join(folder, 'deploy', 'again'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** A command line over the disk. */
async function rolloutkit(...args: string[]) {
  let [out, err] = ['', ''];
  const io = Object.create(nodeIo, {
    out: { value: (text: string) => { out += text; } },
    err: { value: (text: string) => { err += text; } },
  }) as typeof nodeIo;
  return { code: await run(args, io), out, err: err.replaceAll(`${folder}/`, '') };
}

test.each(['deploy', '**/*.yaml', 'deploy/b*/'])('reads %s of the disk, and follows no folder round in a circle', async (files) => {
  const { code, out, err } = await rolloutkit('lint', `${folder}/${files}`);
  expect([code, err]).toEqual([1, '1 error in 1 object\n']);
  expect(out.startsWith(`${folder}/deploy/base/rollout.yaml\n  17:11  error`)).toBe(true);
});

test('writes a baseline, and nothing beside it', async () => {
  const baseline = ['lint', `${folder}/deploy`, '--baseline', `${folder}/known.json`];
  expect(await rolloutkit(...baseline, '--write-baseline')).toEqual({ code: 0, out: '', err: 'wrote 1 finding to known.json\n' });
  expect(readdirSync(folder).sort()).toEqual(['deploy', 'known.json']);
  expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toMatchObject({ findings: [{ rule: 'weights-increase' }] });
  expect((await rolloutkit(...baseline)).code).toBe(0);
});

test.each([
  [['lint', 'none.yaml'], 'none.yaml: there is no such file'],
  [['lint', 'deploy', '--with', 'none/*.yaml'], 'none/*.yaml: matches no file'],
  [['lint', 'deploy', '--write-baseline', '--baseline', 'none/known.json'], 'none/known.json: cannot be written (ENOENT)'],
  [['lint', 'deploy', '--baseline', 'deploy'], 'deploy: is a folder'],
])('fails in one sentence with %j', async (args, message) => {
  const inFolder = args.map((each) => /^(none|deploy)/.test(each) ? `${folder}/${each}` : each);
  expect(await rolloutkit(...inFolder)).toEqual({ code: 2, out: '', err: `rolloutkit: ${message}\n` });
});

test('is a program that reads standard input once, shows its lines, and needs no colours', () => {
  const program = ['--require', 'ts-node/register/transpile-only', join('src', 'cli', 'main.ts'), 'lint', '-'];
  const env = { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, input: ROLLOUT, encoding: 'utf8', env });
  expect([status, stderr]).toEqual([1, '1 error in 1 object\n']);
  expect(stdout).toContain('17 |         - setWeight: 30\n');
  expect(stdout).not.toContain('\u001b');
}, 60_000);

test('says its version', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await rolloutkit('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
