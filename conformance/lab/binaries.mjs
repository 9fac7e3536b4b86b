// Where the lab's programs are, and which of them are missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const sources = fileURLToPath(new URL('.', import.meta.url));

/** What a folder of binaries holds. `crds` are the controller's own definitions, of the same version. */
export const contents = ['kubelab', 'rollouts-controller', 'crds'];

/** Beside them; a folder of somebody's own need not have it. */
export const VERSIONS_FILE = 'versions.json';

/** Binaries run on any machine of their kind: no C library, and no path of the machine that built them. */
export const goEnvironment = { ...process.env, CGO_ENABLED: '0' };

/**
 * Finds the folder of binaries.
 * @returns {{ directory?: string, missing: string[], own: boolean, go?: string }} `directory` is absent when it can't be known
 */
export function findBinaries() {
  const named = process.env.ROLLOUTKIT_LAB_BIN;
  const go = named ? undefined : goVersion();
  if (!named && !go) return { missing: contents, own: false };
  const directory = named ? resolve(named) : join(cacheFolder(), key(go));
  return { directory, missing: contents.filter((name) => !existsSync(join(directory, name))), own: Boolean(named), go };
}

/** What the binaries are built from, in words. */
export function versionsOf(directory) {
  const file = join(directory, VERSIONS_FILE);
  if (!existsSync(file)) return `binaries of ${directory}`;
  return Object.entries(JSON.parse(readFileSync(file, 'utf8'))).map((entry) => entry.join(' ')).join(', ');
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rolloutkit', 'lab');
}

function goVersion() {
  const go = spawnSync('go', ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { cwd: sources, env: goEnvironment, encoding: 'utf8' });
  return go.status === 0 ? go.stdout.trim().split('\n').join(' ') : undefined;
}

/** Everything that decides what the binaries are: their sources, the modules with their checksums, and the compiler. */
function key(go) {
  const hash = createHash('sha256').update(go);
  const programs = readdirSync(join(sources, 'cmd'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  for (const file of [join(sources, 'go.mod'), join(sources, 'go.sum'), ...programs]) {
    hash.update('\0').update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
