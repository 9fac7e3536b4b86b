import { alternatives, baseOf, matcher } from './glob';

const MANIFESTS = /\.(?:ya?ml|json)$/i;
/** Never where manifests are. */
const LEFT_OUT = new Set(['node_modules']);

/** Whether a file that is met in a folder may hold manifests. */
export function isManifestFile(path: string): boolean {
  return MANIFESTS.test(path);
}

/** Whether what is called so is passed over with all that is in it. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || LEFT_OUT.has(name);
}

/** Where to look for what a pattern stands for, and which of the files there are meant. */
export interface PatternPart {
  /** The folder; empty for the current one. */
  readonly base: string;
  isMeant(path: string): boolean;
}

/** A pattern in parts, or what is wrong with it. A pattern that matches a folder stands for the manifests in it. */
export function partsOf(pattern: string): { readonly parts: readonly PatternPart[] } | { readonly problem: string } {
  const patterns = alternatives(pattern.replace(/\/+$/, ''));
  if (patterns === undefined) {
    return { problem: 'stands for too many patterns' };
  }
  try {
    return { parts: patterns.map(partOf) };
  } catch {
    return { problem: 'is no pattern: a range in brackets must run upwards, as in [a-c]' };
  }
}

function partOf(alternative: string): PatternPart {
  const matches = matcher(alternative);
  return { base: baseOf(alternative), isMeant: (path) => matches(path) || (isManifestFile(path) && foldersOf(path).some(matches)) };
}

/** The folders that a file is in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
