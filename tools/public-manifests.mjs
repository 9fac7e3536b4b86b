// The public manifests that test/corpora is about. They are other people's, so they are no part of this repository: its index names
// repository, commit and path of each, and here they are taken out of clones.
//
//   node tools/public-manifests.mjs FOLDER     copies them from the clones FOLDER/<owner>/<repository>
//   node tools/public-manifests.mjs --list     writes what is found in them to test/corpora/public-findings.txt; read the difference
//
// A clone needs the commit of the index: git clone --filter=blob:none https://github.com/<owner>/<repository>

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './generated-files.mjs';

const corpora = join(root, 'test', 'corpora');
const [argument] = process.argv.slice(2);
if (argument === undefined) {
  console.error('tools/public-manifests.mjs: name the folder of the clones, or --list');
  process.exitCode = 2;
} else if (argument === '--list') {
  await writeList();
} else {
  copyFrom(argument);
}

function copyFrom(clones) {
  for (const [repository, { commit, bundles }] of Object.entries(JSON.parse(readFileSync(join(corpora, 'public.json'), 'utf8')))) {
    for (const file of Object.values(bundles).flatMap((blobs) => Object.keys(blobs))) {
      const content = execFileSync('git', ['show', `${commit}:${file}`], { cwd: join(clones, repository), maxBuffer: 1 << 24 });
      const path = join(corpora, 'public', repository, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
}

async function writeList() {
  const require = createRequire(import.meta.url);
  require(join(root, 'scripts', 'from-sources.cjs'));
  const { bundles, listed } = require(join(root, 'test', 'corpora', 'corpus.ts'));
  const parts = [];
  for (const bundle of bundles) {
    parts.push(await listed(bundle));
  }
  const heading = '# Each bundle of public.json with its objects, and what `rolloutkit lint` says of them: class, rule, and how often.';
  writeFileSync(join(corpora, 'public-findings.txt'), `${heading}\n${parts.join('\n')}\n`);
}
