// `npx projen examples`: writes what the examples synthesize to examples/*/expected, then the generated parts of the documents.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
try {
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'run-examples.cjs'), folder], { stdio: 'inherit' });
  // whatever the program has to say is on standard error already
  if (run.status !== 0) throw new Error('an example failed, nothing was written');
  const { examples } = fromSources('test/docs/files.ts');
  for (const name of examples) {
    const expected = join(root, 'examples', name, 'expected');
    rmSync(expected, { recursive: true, force: true });
    cpSync(join(folder, name), expected, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const [file, text] of Object.entries(fromSources('test/docs/generated.ts').generatedDocuments())) {
  const path = join(root, file);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}

function fromSources(file) {
  require('./from-sources.cjs');
  return require(join(root, file));
}
