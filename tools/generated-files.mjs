// What the generators of this folder do with the files they make: write them, or tell which committed ones differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** `files` are texts by path. With --check nothing is written, and a committed file that differs fails. */
export function writeOrCheck(tool, files) {
  if (!process.argv.includes('--check')) {
    Object.entries(files).forEach(([path, text]) => writeFileSync(join(root, path), text));
    return;
  }
  const stale = Object.entries(files).filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  if (stale.length === 0) return;
  console.error(`${stale.join(' and ')}: not what tools/${tool} makes of test/crds/ now.\n`
    + 'These files are generated: change the schemas or the generator, run `npx projen crds:types`, '
    + 'and commit the result.');
  process.exitCode = 1;
}

function committed(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
