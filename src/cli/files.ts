import { posix, sep } from 'node:path';
import { alternatives, baseOf, isPattern, matcher } from './glob';
import { UsageError } from './io';
import type { Io } from './io';

/** A file to read, or standard input. */
export interface InputFile {
  /** As it is told; `-` for standard input. */
  readonly path: string;
  /** Named by the user, and not only met in a folder or by a pattern: it has to be what it is said to be. */
  readonly isNamed: boolean;
}

const MANIFESTS = /\.(?:ya?ml|json)$/i;
/** Never where manifests are. */
const LEFT_OUT = new Set(['node_modules']);

/** Whether two names are of one file. */
export function samePath(a: InputFile, b: InputFile): boolean {
  return posix.normalize(a.path) === posix.normalize(b.path);
}

/** The files that files, folders and patterns stand for, each once and in an order that is always the same. */
export async function findFiles(given: readonly string[], io: Io): Promise<readonly InputFile[]> {
  const found = new Map<string, InputFile>();
  for (const each of given) {
    for (const file of await filesOf(sep === '\\' ? each.replaceAll('\\', '/') : each, io)) {
      const key = posix.normalize(file.path);
      if (!found.has(key) || file.isNamed) {
        found.set(key, file);
      }
    }
  }
  return [...found.values()];
}

async function filesOf(given: string, io: Io): Promise<readonly InputFile[]> {
  const kind = given === '-' ? 'file' : await io.kindOf(given);
  if (kind === 'folder') {
    const paths = (await below(given === '/' ? given : given.replace(/\/+$/, ''), io)).filter((path) => MANIFESTS.test(path));
    if (paths.length === 0) {
      throw new UsageError(`${given}: holds no *.yaml, *.yml or *.json`);
    }
    return paths.map((path) => ({ path, isNamed: false }));
  }
  // a file may well have such a name
  if (kind === undefined && isPattern(given)) {
    return matching(given, io);
  }
  return [{ path: given, isNamed: true }];
}

async function matching(pattern: string, io: Io): Promise<readonly InputFile[]> {
  const patterns = alternatives(pattern.replace(/\/+$/, ''));
  if (patterns === undefined) {
    throw new UsageError(`${pattern}: stands for too many patterns`);
  }
  const paths = new Set<string>();
  for (const each of patterns) {
    const matches = matcherOf(pattern, each);
    const base = baseOf(each);
    if (await io.kindOf(base === '' ? '.' : base) === 'folder') {
      const all = await below(base, io);
      all.filter((path) => matches(path) || (MANIFESTS.test(path) && foldersOf(path).some(matches))).forEach((path) => paths.add(path));
    }
  }
  if (paths.size === 0) {
    throw new UsageError(`${pattern}: matches no file`);
  }
  return [...paths].sort().map((path) => ({ path, isNamed: false }));
}

/** The folders that a file is in: a pattern that matches one stands for what is in it. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function matcherOf(pattern: string, alternative: string): (path: string) => boolean {
  try {
    return matcher(alternative);
  } catch {
    throw new UsageError(`${pattern}: is no pattern: a range in brackets must run upwards, as in [a-c]`);
  }
}

/** Every file below a folder, hidden ones left out, by name. */
async function below(folder: string, io: Io): Promise<string[]> {
  const files: string[] = [];
  const open = [folder];
  while (open.length > 0) {
    const next = open.pop()!;
    const entries = await io.list(next === '' ? '.' : next).catch(() => { throw new UsageError(`${next}: may not be read`); });
    for (const { name, isFolder } of entries) {
      const path = next === '' ? name : `${next.replace(/\/$/, '')}/${name}`;
      if (name.startsWith('.') || LEFT_OUT.has(name)) {
        continue;
      }
      (isFolder ? open : files).push(path);
    }
  }
  return files.sort();
}
