import { LineCounter, parseAllDocuments, parseDocument, isMap, isScalar } from 'yaml';
import type { Document } from 'yaml';
import type { Manifest } from './manifest';

/** How often aliases may stand for the same text before it is taken for an attack. */
const MOST_ALIASES = 100;
const OPTIONS = { merge: true, logLevel: 'silent' } as const;

type Key = string | number;

export interface YamlPosition {
  readonly line: number;
  readonly column: number;
}

/** A manifest in a file; its positions are found when they are asked for. */
export interface YamlDocument {
  readonly manifest: Manifest;
  readonly file?: string;
  locate(path: readonly Key[]): YamlPosition | undefined;
}

/** Why a text cannot be read. */
export interface YamlProblem extends YamlPosition {
  readonly message: string;
}

export interface YamlContent {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads YAML or JSON: one or several documents, and `List` objects taken apart. What cannot be read is told in `problems`,
 * and the rest is read all the same. Nothing is thrown.
 */
export function readYaml(written: string, file?: string): YamlContent {
  const text = written.startsWith('\ufeff') ? written.slice(1) : written;
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  const problems: YamlProblem[] = [];
  for (const document of parse(text, lines, problems)) {
    const [start, , end] = document.range;
    const position = positionAt(lines, contentStart(document));
    if (document.errors.length > 0) {
      const [{ message, pos }] = document.errors;
      problems.push({ ...positionAt(lines, pos[0]), message: firstSentence(message) });
      continue;
    }
    const value = valueOf(document, position, problems);
    for (const { manifest, path } of manifestsIn(value, [], position, problems)) {
      const locate = locator(text.slice(start, end), start, lines, path);
      documents.push({ manifest, ...(file === undefined ? {} : { file }), locate });
    }
  }
  return { documents, problems };
}

function parse(text: string, lines: LineCounter, problems: YamlProblem[]): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, { ...OPTIONS, lineCounter: lines });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    problems.push({ line: 1, column: 1, message: unreadable(error) });
    return [];
  }
}

function valueOf(document: Document.Parsed, position: YamlPosition, problems: YamlProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    problems.push({ ...position, message: unreadable(error) });
    return null;
  }
}

function unreadable(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes('alias') ? `expands aliases more than ${MOST_ALIASES} times over, which is refused` : firstSentence(message);
}

function* manifestsIn(
  value: unknown, path: readonly Key[], position: YamlPosition, problems: YamlProblem[],
): Iterable<{ manifest: Manifest; path: readonly Key[] }> {
  if (value === null || value === undefined) {
    return;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const got = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    problems.push({ ...position, message: `a document must be a mapping with apiVersion and kind, got ${got}` });
    return;
  }
  const { kind, items } = value as { kind?: unknown; items?: unknown };
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    for (const [index, item] of items.entries()) {
      yield* manifestsIn(item, [...path, 'items', index], position, problems);
    }
  } else {
    yield { manifest: value as Manifest, path };
  }
}

/** Parses the document a second time, once, when the first position is asked for: most documents never need one. */
function locator(text: string, start: number, lines: LineCounter, base: readonly Key[]): (path: readonly Key[]) => YamlPosition | undefined {
  let parsed: Document.Parsed | undefined;
  return (path) => {
    parsed ??= parseDocument(text, OPTIONS);
    const offset = offsetOf(parsed, [...base, ...path]);
    return offset === undefined ? undefined : positionAt(lines, start + offset);
  };
}

/** Where the key or element at the end of the path begins; for a part that is not written down, its nearest ancestor. */
function offsetOf(document: Document.Parsed, path: readonly Key[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? undefined : nodeAt(document, path.slice(0, length - 1));
    const key = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) : undefined;
    const keyRange = pair !== undefined && isScalar(pair.key) ? pair.key.range : undefined;
    const range = keyRange ?? nodeAt(document, path.slice(0, length))?.range;
    if (range !== undefined && range !== null) {
      return range[0];
    }
  }
  return undefined;
}

function nodeAt(document: Document.Parsed, path: readonly Key[]): { range?: readonly number[] | null } | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return typeof node === 'object' && node !== null ? node : undefined;
}

function contentStart(document: Document.Parsed): number {
  return document.contents?.range[0] ?? document.range[0];
}

function positionAt(lines: LineCounter, offset: number): YamlPosition {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** The parser adds an excerpt of the text below its message, and reports a full stack like any other error. */
function firstSentence(message: string): string {
  if (message.includes('call stack')) {
    return 'nests too deeply to be read';
  }
  const [line] = message.split('\n');
  const plain = line.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
