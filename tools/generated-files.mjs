// What the generators of this folder do with the files they make: write them, or tell which committed ones differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const schemas = { folder: 'test/crds/', content: 'schemas', task: 'crds:types' };

/** `files` are texts by path, made of `source`. With --check nothing is written, and a committed file that differs fails. */
export function writeOrCheck(tool, files, source = schemas) {
  if (!process.argv.includes('--check')) {
    Object.entries(files).forEach(([path, text]) => writeFileSync(join(root, path), text));
    return;
  }
  const stale = Object.entries(files).filter(([path, text]) => committed(path) !== text).map(([path]) => path);
  if (stale.length === 0) return;
  console.error(`${stale.join(' and ')}: not what tools/${tool} makes of ${source.folder} now.\n`
    + `These files are generated: change the ${source.content} or the generator, run \`npx projen ${source.task}\`, `
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
