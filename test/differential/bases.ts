import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { analysisBases } from './base-analyses';
import { rolloutBases } from './base-rollouts';
import type { Fields } from './case';

const ROOT = join(__dirname, '..', '..');

/** Bundles that everybody accepts: small ones that have everything once, and the real ones of this repository. */
export function readBases(): Readonly<Record<string, readonly Fields[]>> {
  const files = [
    ...filesIn('examples').filter(file => file.includes('/expected/')),
    ...filesIn('conformance/oracle/argo/testdata'),
    ...filesIn('conformance/scenarios/naive').filter(file => !file.endsWith('/app.yaml')),
  ];
  const real = files.map(file => [file, manifestsIn(file)] as const).filter(([, objects]) => objects.some(isOwn));
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

/** What the examples and the naive manifests name is in them, or in the app that stands beside them. */
function manifestsIn(file: string): Fields[] {
  const texts = [file, ...file.includes('/naive/') ? ['conformance/scenarios/naive/app.yaml'] : []].map(one => readFileSync(join(ROOT, one), 'utf8'));
  return texts.flatMap(text => parseAllDocuments(text).map(document => document.toJS() as Fields)).filter(object => object !== null);
}
