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

/** A program in a folder of its own, which is all that is on the PATH. */
async function withProgram(script: string | undefined, act: () => Promise<unknown>) {
  const { PATH } = process.env;
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  try {
    process.env.PATH = bin;
    if (script !== undefined) {
      writeFileSync(join(bin, 'kubectl'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    }
    return await act();
  } finally {
    process.env.PATH = PATH;
    rmSync(bin, { recursive: true });
  }
}

test('fails with 3 where there is no kubectl on the PATH', async () => {
  const { code, err } = await withProgram(undefined, () => rolloutkit('lint', `${folder}/deploy`, '--with', 'cluster')) as { code: number; err: string };
  expect([code, err]).toEqual([3, 'rolloutkit: --with cluster: there is no kubectl on the PATH: install it, or write the objects to a file and name that instead\n']);
});

const withShell = process.platform === 'win32' ? test.skip : test;

withShell('runs the kubectl of the PATH with arguments of its own, and with nothing to read', async () => {
  const runIt = (...args: string[]) => withProgram('read -r line; echo "$line|$1|$2"; echo words >&2; exit 4', () => nodeIo.runProgram('kubectl', args, 10));
  expect(await runIt('a b', '$(exit 1);*')).toEqual({ code: 4, out: '|a b|$(exit 1);*\n', err: 'words\n' });
});

withShell('ends a kubectl that does not end', async () => {
  expect(await withProgram('while :; do :; done', () => nodeIo.runProgram('kubectl', [], 0.2))).toBe('too long');
});

test('says what goes on to nobody but a terminal', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { isTTY } = process.stderr;
  const { TERM } = process.env;
  try {
    process.env.TERM = 'xterm';
    process.stderr.isTTY = false;
    nodeIo.progress('reading');
    expect(write).not.toHaveBeenCalled();
    process.stderr.isTTY = true;
    nodeIo.progress('reading');
    nodeIo.progress('');
    expect(write.mock.calls.map(([text]) => text)).toEqual(['\r\u001b[2Kreading', '\r\u001b[2K']);
  } finally {
    process.stderr.isTTY = isTTY;
    process.env.TERM = TERM;
    write.mockRestore();
  }
});

test('says its version', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await rolloutkit('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});
