import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { analysisBases } from './base-analyses';
import { rolloutBases } from './base-rollouts';
import type { Fields } from './case';
import { manifestsIn, ROOT } from './yaml-files';

/** Stands beside the naive manifests, which name what is in it. */
const NAIVE_APP = 'conformance/scenarios/naive/app.yaml';

/** Bundles that everybody accepts: small ones that have everything once, and the real ones of this repository. */
export function readBases(): Readonly<Record<string, readonly Fields[]>> {
  const files = [
    ...filesIn('examples').filter(file => file.includes('/expected/')),
    ...filesIn('conformance/oracle/argo/testdata'),
    ...filesIn('conformance/scenarios/naive').filter(file => !file.endsWith('/app.yaml')),
  ];
  const real = files.map(file => [file, [file, ...file.includes('/naive/') ? [NAIVE_APP] : []].flatMap(manifestsIn)] as const).filter(([, objects]) => objects.some(isOwn));
  const bases = { ...rolloutBases, ...analysisBases, ...Object.fromEntries(real) };
  // Without fields that are there and have no value, as there are none in a file.
  return JSON.parse(JSON.stringify(bases)) as typeof bases;
}

function isOwn({ apiVersion }: Fields): boolean {
  return String(apiVersion).startsWith('argoproj.io/');
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml')).map(file => `${folder}/${file}`).sort();
}
