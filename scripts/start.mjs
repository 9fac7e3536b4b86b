// The first thing a newcomer runs: synthesizes the quickstart against the build that `npm ci` left behind.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'ts-node', 'dist', 'bin.js'), '--transpile-only', join('examples', 'quickstart', 'main.ts')],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
