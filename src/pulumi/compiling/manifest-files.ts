import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { textOf, whyUnread } from '../../input/file-text';
import { isPattern } from '../../input/glob';
import { isLeftOut, isManifestFile, partsOf } from '../../input/meant-files';
import type { Problem } from '../../intent/problem';

/** A file, and what it holds. */
export interface ManifestFile {
  readonly path: string;
  /** Named by the user, and not only met in a folder or by a pattern: it has to hold objects. */
  readonly isNamed: boolean;
  readonly text: string;
}

/** The files that paths, folders and patterns stand for, each once, and what is wrong with any of them. */
export function readFiles(given: readonly string[]): { readonly files: readonly ManifestFile[]; readonly problems: readonly Problem[] } {
  const files = new Map<string, ManifestFile>();
  const problems: Problem[] = [];
  for (const [index, written] of given.entries()) {
    const refuse = (path: string, problem: string) => problems.push({
      property: `files[${index}]`, message: `must name files to read, got ${path}: ${problem}`, fix: `correct it; paths are seen from ${process.cwd()}`,
    });
    const found = attempt(() => pathsOf(sep === '\\' ? written.replaceAll('\\', '/') : written));
    if ('problem' in found) {
      refuse(written, found.problem);
      continue;
    }
    const { paths, isNamed } = found;
    for (const path of paths) {
      const read = attempt(() => textOf(readFileSync(path)));
      const key = posix.normalize(path);
      if ('problem' in read) refuse(path, read.problem);
      else if (isNamed || !files.has(key)) files.set(key, { path, isNamed, text: read.text });
    }
  }
  return { files: [...files.values()], problems };
}

type Paths = { readonly paths: readonly string[]; readonly isNamed: boolean } | { readonly problem: string };

function pathsOf(given: string): Paths {
  const kind = kindOf(given);
  if (kind === 'folder') {
    const paths = below(given === '/' ? given : given.replace(/\/+$/, '')).filter(isManifestFile);
    return paths.length === 0 ? { problem: 'holds no *.yaml, *.yml or *.json' } : { paths, isNamed: false };
  }
  // a file may well have such a name
  return kind === undefined && isPattern(given) ? matching(given) : { paths: [given], isNamed: true };
}

function matching(pattern: string): Paths {
  const read = partsOf(pattern);
  if ('problem' in read) return read;
  const inFolders = read.parts.filter(({ base }) => kindOf(base === '' ? '.' : base) === 'folder');
  const paths = new Set(inFolders.flatMap(({ base, isMeant }) => below(base).filter(isMeant)));
  return paths.size === 0 ? { problem: 'matches no file' } : { paths: [...paths].sort(), isNamed: false };
}

/** Every file below a folder, hidden ones left out, by name. */
function below(folder: string): string[] {
  return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true }).filter(({ name }) => !isLeftOut(name)).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder.replace(/\/$/, '')}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  }).sort();
}

function kindOf(path: string): 'folder' | 'file' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}

/** What is read, or why the disk does not give it. */
function attempt<T>(read: () => T): T | { readonly problem: string } {
  try {
    return read();
  } catch (error) {
    return { problem: whyUnread(error) };
  }
}
