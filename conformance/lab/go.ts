// The ordinary Go client.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Go {
  /** With the platform it compiles for. */
  readonly version: string;
}

/** What is missing is not ours: no Go, or modules that cannot be had. Nothing is wrong with the project. */
export class Missing extends Error {}

/** Binaries run on any machine of their kind: no C library; and no other compiler than the one that is here. */
const ENVIRONMENT = { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off' };

const LONGEST_OUTPUT = 256 * 1024 * 1024;

/** Finds the Go client. Throws what is wrong with it when it is there and cannot be used. */
export function findGo(folder: string): Go | undefined {
  const asked = spawnSync('go', ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { env: ENVIRONMENT, encoding: 'utf8' });
  if (asked.error || asked.status !== 0) return undefined;
  const [version = '', ...platform] = asked.stdout.trim().split('\n');
  const needed = neededBy(folder);
  if (isOlder(version.replace(/^go/, ''), needed)) throw new Missing(`needs Go ${needed} or later, got ${version}; see https://go.dev/dl`);
  return { version: [version, ...platform].join(' ') };
}

function neededBy(folder: string): string {
  return /^go (\S+)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))![1]!;
}

function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map(text => text.split('.').map(part => Number.parseInt(part, 10) || 0));
  const differs = other!.findIndex((part, index) => part !== (one![index] ?? 0));
  return differs >= 0 && (one![differs] ?? 0) < other![differs]!;
}

/** Runs a command of Go and answers with what it printed. What it complains of goes to our own standard error. */
export function go(folder: string, args: readonly string[]): string {
  const result = spawnSync('go', args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: LONGEST_OUTPUT, stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) throw new Error(`go ${args[0]} failed${result.error ? `: ${result.error.message}` : ''}`);
  return result.stdout;
}

/** The same for what needs modules that may have to be downloaded. */
export function fetching(what: string, folder: string, args: readonly string[]): string {
  try {
    return go(folder, args);
  } catch {
    throw new Missing(`cannot get the Go modules of ${what}; what the go command said is above`);
  }
}
