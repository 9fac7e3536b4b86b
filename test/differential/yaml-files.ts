import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Fields } from './case';

export const ROOT = join(__dirname, '..', '..');

/** The objects of a file, whose path is relative to the root of the repository. */
export function manifestsIn(file: string): Fields[] {
  const documents = parseAllDocuments(readFileSync(join(ROOT, file), 'utf8'));
  return documents.map(document => document.toJS() as Fields).filter(object => object !== null);
}
