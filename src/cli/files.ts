import { posix, sep } from 'node:path';
import { UsageError } from './io';
import type { Io } from './io';
import { isPattern } from '../input/glob';
import { isLeftOut, isManifestFile, partsOf } from '../input/meant-files';

/** A file to read, or standard input. */
export interface InputFile {
  /** As it is told; `-` for standard input. */
  readonly path: string;
  /** Named by the user, and not only met in a folder or by a pattern: it has to be what it is said to be. */
  readonly isNamed: boolean;
}

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
    const paths = (await below(given === '/' ? given : given.replace(/\/+$/, ''), io)).filter(isManifestFile);
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
  const read = partsOf(pattern);
  if ('problem' in read) {
    throw new UsageError(`${pattern}: ${read.problem}`);
  }
  const paths = new Set<string>();
  for (const { base, isMeant } of read.parts) {
    if (await io.kindOf(base === '' ? '.' : base) === 'folder') {
      (await below(base, io)).filter(isMeant).forEach((path) => paths.add(path));
    }
  }
  if (paths.size === 0) {
    throw new UsageError(`${pattern}: matches no file`);
  }
  return [...paths].sort().map((path) => ({ path, isNamed: false }));
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
      if (isLeftOut(name)) {
        continue;
      }
      (isFolder ? open : files).push(path);
    }
  }
  return files.sort();
}
