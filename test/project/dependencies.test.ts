import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const table = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');

const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }).sort();
const explained = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1]);

test('every dependency has its reason in docs/dependencies.md', () => {
  expect(wanted.filter((name) => !explained.includes(name))).toEqual([]);
});

test('docs/dependencies.md explains no dependency that is gone', () => {
  expect(explained.filter((name) => !wanted.includes(name))).toEqual([]);
});

test('the lock file names no registry host', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
});

test('no dependency brings a binary for one platform that `npm ci` on another would miss', () => {
  const lock: { packages: Record<string, { os?: string[]; cpu?: string[] }> } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const native = Object.entries(lock.packages).filter(([, { os, cpu }]) => os || cpu).map(([path]) => path);
  // File watching on macOS: optional, and complete in the lock.
  expect(native.filter((path) => path !== 'node_modules/fsevents')).toEqual([]);
});
