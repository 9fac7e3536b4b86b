// Where the parts of the lab are, and which of them are missing.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Go } from './go';
import { PARTS } from './parts';
import type { Part, PartName } from './parts';

export const CONFORMANCE = resolve(__dirname, '..');

/** Where each part is. */
export type Binaries = Readonly<Record<PartName, string>>;

export interface Place {
  readonly part: PartName;
  readonly path: string;
  readonly present: boolean;
}

/** A folder of somebody's own; what it holds is taken instead of what we would build. */
export function ownFolder(): string | undefined {
  const named = process.env.ROLLOUTKIT_LAB_BIN;
  return named ? resolve(named) : undefined;
}

/** Finds the parts that are wanted. Without Go, the place of what would have to be built is not known. */
export function placesOf(wanted: readonly PartName[], go: Go | undefined): Place[] {
  const own = ownFolder();
  return wanted.map(part => {
    const theirs = own && join(own, part);
    if (theirs && existsSync(theirs)) return { part, path: theirs, present: true };
    if (!go) return { part, path: '', present: false };
    const path = join(cacheFolder(), `${part}-${keyOf(PARTS[part], go)}`, part);
    return { part, path, present: existsSync(path) };
  });
}

export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rolloutkit', 'lab');
}

/** Everything that decides what a part is: its sources, the modules with their checksums, the compiler, and how it is made. */
function keyOf(part: Part, go: Go): string {
  const hash = createHash('sha256').update(go.version).update(describe(part));
  const modules = ['go.mod', 'go.sum'].map(file => join(part.module, file));
  for (const file of [...modules, ...part.sources].flatMap(filesOf)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(CONFORMANCE, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function describe(part: Part): string {
  return JSON.stringify(part, (_, value) => value instanceof RegExp ? value.source : value);
}

function filesOf(path: string): string[] {
  if (!statSync(join(CONFORMANCE, path)).isDirectory()) return [path];
  return readdirSync(join(CONFORMANCE, path)).sort().filter(name => !name.endsWith('_test.go') && name !== 'testdata').flatMap(name => filesOf(join(path, name)));
}

/** What a part that is built from a changed module has changed. */
export function differenceOf(part: string): string {
  return `${part}.diff`;
}

/** The version of a module as its go.mod pins it; a replacement wins. */
export function pinnedVersion(folder: string, path: string): string | undefined {
  const text = readFileSync(join(CONFORMANCE, folder, 'go.mod'), 'utf8');
  const named = path.replaceAll('.', '\\.');
  const version = new RegExp(`^\\s*(?:replace )?${named} => \\S+ (v\\S+)`, 'm').exec(text) ?? new RegExp(`^\\s*(?:require )?${named} (v\\S+)`, 'm').exec(text);
  return version?.[1];
}
