// What programs in Python and Go need of the registries of their languages: fetched by the ordinary clients, before the network is cut.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../lab/binaries';
import { fetching, go } from '../lab/go';

const LANGUAGES = join(__dirname, 'languages');
const REQUIREMENTS = join(LANGUAGES, 'requirements.txt');
const GO_PROGRAM = join(LANGUAGES, 'go');

/** An environment of Python with what the requirements name. */
export function pythonEnvironment(): string {
  const key = createHash('sha256').update(asked('python3', ['--version'])).update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 16);
  return join(dirname(cacheFolder()), `python-${key}`);
}

/** Where the Go client is, and where it keeps what it has fetched and compiled. */
export function goEnvironment(): Record<string, string> {
  const [root = '', cache = '', modules = ''] = go(GO_PROGRAM, ['env', 'GOROOT', 'GOCACHE', 'GOMODCACHE']).trim().split('\n');
  return { PATH: join(root, 'bin'), GOCACHE: cache, GOMODCACHE: modules, GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };
}

/** Fetches what is not there yet. Answers with what cannot be had. */
export function fetchToolchains(): string | undefined {
  for (const [name, fetch] of [['Python', fetchPython], ['Go', fetchGo]] as const) {
    try {
      fetch();
    } catch (error) {
      return `needs ${name} with its packages: ${(error as Error).message.split('\n')[0]}`;
    }
  }
  return undefined;
}

function fetchPython(): void {
  const folder = pythonEnvironment();
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  // As with binaries: what is cut short leaves nothing that looks whole.
  const made = mkdtempSync(`${folder}.`);
  try {
    asked('python3', ['-m', 'venv', made]);
    asked(join(made, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
    renameSync(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function fetchGo(): void {
  fetching('the program in Go', GO_PROGRAM, ['list', '-deps', '-f', '', ...['pulumi', 'pulumi/config'].map(name => `github.com/pulumi/pulumi/sdk/v3/go/${name}`)]);
}

function asked(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
}
