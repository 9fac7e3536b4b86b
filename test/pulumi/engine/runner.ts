import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const FROM_SOURCES = join(__dirname, 'from-sources.cjs');

/** How the process of a program ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

export interface RunnerOptions {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly limitSeconds: number;
}

/** Pulumi's own runner of programs, with our sources in the place of the package. */
export function runRunner({ arguments: given, environment, limitSeconds }: RunnerOptions): Promise<Ended> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--require', FROM_SOURCES, require.resolve('@pulumi/pulumi/cmd/run'), ...given], {
    cwd: ROOT,
    // Nothing else of the environment: a developer's own settings of Pulumi, Node or a proxy would change what happens.
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...environment },
    // A process group of its own, so that whatever the program starts ends with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = text(child.stdout);
  const stderr = text(child.stderr);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      endGroup(child);
      // Whoever has left the group may still hold them.
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      reject(new Error(`the program did not end within ${limitSeconds} s; it wrote:\n${stdout()}${stderr()}`));
    }, limitSeconds * 1000);
    child.on('error', reject).on('exit', () => endGroup(child)).on('close', exitCode => {
      clearTimeout(timer);
      resolve({ exitCode, stdout: stdout(), stderr: stderr(), seconds: (performance.now() - begin) / 1000 });
    });
  });
}

function text(stream: NodeJS.ReadableStream): () => string {
  let read = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => { read += chunk; });
  return () => read;
}

function endGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
