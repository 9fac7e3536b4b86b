import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io, ProgramEnd } from './io';

/** The process and its disk. */
export const nodeIo: Io = {
  out: (text) => { process.stdout.write(text); },
  err: (text) => { process.stderr.write(text); },
  readFile: (path) => readFile(path),
  readStdin,
  writeFile: writeWhole,
  kindOf: async (path) => {
    const found = await stat(path).catch(() => undefined);
    return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
  },
  list: async (folder) => (await readdir(folder, { withFileTypes: true })).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
  runProgram,
  progress: (text) => {
    if (process.stderr.isTTY && process.env.TERM !== 'dumb') {
      process.stderr.write(`\r\u001b[2K${text}`);
    }
  },
  // https://no-color.org
  color: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb',
  get version(): string {
    return (JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }).version;
  },
};

let stdin: Promise<Uint8Array> | undefined;

/** It can be read once only, and is looked at again by who shows an excerpt of it. */
function readStdin(): Promise<Uint8Array> {
  return stdin ??= readAll();
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** Written beside it and then renamed: whoever reads meanwhile has the old file or the new one, and never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function runProgram(program: string, args: readonly string[], seconds: number): Promise<ProgramEnd | 'not there' | 'too long'> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: process.env, windowsHide: true });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
      // who it has started may hold them open
      child.stdout.destroy();
      child.stderr.destroy();
    }, seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', () => {
      clearTimeout(timer);
      resolve('not there');
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(isLate ? 'too long' : { code: code ?? 1, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
  });
}
