// The examples of this repository, as they are kept and as their programs write them now.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { argo, askArgo, told } from './argo';
import { readManifests, ROOT } from '../../harness/manifests';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

export const check: Check = {
  ...argo,
  id: 'oracle/argo-examples',
  why: 'whoever copies an example gets what the API server and the controller take',
  check: async binaries => {
    const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-examples-'));
    try {
      await promisify(execFile)(process.execPath, [join('scripts', 'run-examples.cjs'), folder], { cwd: ROOT });
      const [kept, written] = [filesIn('examples').filter(file => file.includes('expected')), filesIn(folder)];
      const findings = await refused(binaries, [...kept, ...written]);
      return kept.length === written.length ? findings : [`kept are ${kept.length} files, written ${written.length}`, ...findings];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A file is a bundle: what it names is in it. */
async function refused(binaries: Binaries, files: readonly string[]): Promise<string[]> {
  const answers = await askArgo(binaries, files.map(file => ({ objects: readManifests([file]) })));
  return answers.flatMap(({ verdicts }, index) => (verdicts as Parameters<typeof told>[0][]).map(verdict => `${files[index]}: ${told(verdict)}`));
}

/** Manifests below a folder. */
function filesIn(folder: string): string[] {
  const files = readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter(file => file.endsWith('.yaml')).map(file => join(folder, file)).sort();
}
