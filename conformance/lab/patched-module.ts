// A Go module that differs from the released one in exactly the places we name.
//
// Go refuses to overlay files of its module cache, so the module is copied, changed, and put in place of the original
// by a `replace` in a go.mod of its own. Neither the cache nor our go.mod is touched.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unifiedDiff } from './unified-diff';

/** A text of a file that is replaced wherever it occurs, which must be `times` times. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly times: number;
}

/** A file that the original does not have. */
export interface Addition {
  readonly file: string;
  readonly text: string;
}

export interface Patch {
  readonly edits: readonly Edit[];
  readonly add: readonly Addition[];
}

/** Reads a patch. Texts to add are in files beside it, so that they are shown and reviewed as what they are. */
export function readPatch(path: string): Patch {
  const { edits = [], add = [] } = JSON.parse(readFileSync(path, 'utf8')) as { edits?: Edit[]; add?: Array<{ file: string; from: string }> };
  return { edits, add: add.map(({ file, from }) => ({ file, text: readFileSync(join(dirname(path), from), 'utf8') })) };
}

/** Copies a module into an empty folder and changes the copy. Answers with what is different now, as a unified diff. */
export function patchModule({ source, into, edits, add }: { source: string; into: string } & Patch): string {
  copyWritable(source, into);
  for (const edit of edits) apply(edit, into);
  for (const { file, text } of add) {
    const path = join(into, file);
    if (existsSync(path)) throw new Error(`${file} is to be added, and the module already has it`);
    writeFileSync(path, text);
  }
  return difference(source, into);
}

/** The same go.mod with a folder in place of a module it requires. */
export function withReplace(goMod: string, module: string, directory: string): string {
  const named = module.replaceAll('.', '\\.');
  if (!new RegExp(`^\\s*(require )?${named} v`, 'm').test(goMod)) throw new Error(`go.mod must require ${module} to have it replaced`);
  if (new RegExp(`^\\s*(replace )?${named}( v\\S+)? =>`, 'm').test(goMod)) throw new Error(`go.mod already replaces ${module}`);
  return `${goMod.trimEnd()}\n\nreplace ${module} => ${JSON.stringify(directory)}\n`;
}

export interface Patched {
  /** For `go build -modfile`. */
  readonly modfile: string;
  /** What is different from the released module. */
  readonly diff: string;
}

export interface ToPatch {
  /** The module, and where Go keeps it. */
  readonly module: string;
  readonly source: string;
  /** The folder of the go.mod that requires it. */
  readonly folder: string;
  readonly patch: Patch;
}

/** Lets `use` build with the patched module. What was made for it is gone afterwards. */
export function withPatchedModule<T>({ module, source, folder, patch }: ToPatch, use: (patched: Patched) => T): T {
  const made = mkdtempSync(join(tmpdir(), 'rolloutkit-module-'));
  try {
    const copy = join(made, 'module');
    mkdirSync(copy);
    const diff = patchModule({ source, into: copy, ...patch });
    const modfile = join(made, 'go.mod');
    writeFileSync(modfile, withReplace(readFileSync(join(folder, 'go.mod'), 'utf8'), module, copy));
    // Go looks for the checksums beside the go.mod that it is given.
    copyFileSync(join(folder, 'go.sum'), join(made, 'go.sum'));
    return use({ modfile, diff });
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Files and folders of the module cache are read-only; a copy that is neither can be changed, and removed again. */
function copyWritable(source: string, into: string): void {
  if (readdirSync(into).length > 0) throw new Error(`${into} must be empty`);
  for (const file of filesOf(source)) {
    const path = join(into, file);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(source, file), path);
    chmodSync(path, 0o644);
  }
}

function apply({ file, from, to, times }: Edit, into: string): void {
  const path = join(into, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (from === '' || parts.length - 1 !== times) {
    throw new Error(`${file} must have ${times} times what is to be changed, has it ${parts.length - 1} times:\n${from}`);
  }
  writeFileSync(path, parts.join(to));
}

/** Found by comparing every file, not told by those who changed them. */
function difference(before: string, after: string): string {
  const files = [...new Set([...filesOf(before), ...filesOf(after)])].sort();
  return files.map(file => {
    const [one, other] = [before, after].map(folder => contentOf(join(folder, file)));
    if (one && other && one.equals(other)) return '';
    return unifiedDiff(file, one?.toString('utf8'), other?.toString('utf8'));
  }).join('');
}

function contentOf(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)));
}
