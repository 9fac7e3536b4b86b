import type { Manifest } from './manifest';
import { YamlFault } from './yaml-cursor';
import { documentsOf } from './yaml-documents';
import type { YamlChunk } from './yaml-documents';
import { LineStarts } from './yaml-lines';
import type { YamlPosition } from './yaml-lines';
import { YamlRecorder } from './yaml-notes';
import type { WrittenNote } from './yaml-notes';
import { YamlReader } from './yaml-reader';

type Key = string | number;

/** A manifest in a file; its positions are found when they are asked for. */
export interface YamlDocument {
  readonly manifest: Manifest;
  readonly file?: string;
  /** The template that Helm made it from. */
  readonly template?: string;
  /** Where the key or element at the end of the path begins; for a part that is not written down, its nearest ancestor. */
  locate(path: readonly Key[]): YamlPosition | undefined;
  /** What its values do not show of how it is written. */
  written(): readonly WrittenNote[];
}

/** Why a text cannot be read. */
export interface YamlProblem extends YamlPosition {
  readonly message: string;
}

export interface YamlContent {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/** Characters that no text of YAML may hold. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const HELM = /^(?:[ \t]*\n)*# Source: (\S[^\n]*)/;

/**
 * Reads YAML or JSON as the clients of Kubernetes do: one or several documents, and `List` objects taken apart. What cannot be read
 * is told in `problems`, and the rest is read all the same. Nothing is thrown.
 */
export function readYaml(written: string, file?: string): YamlContent {
  const documents: YamlDocument[] = [];
  const problems: YamlProblem[] = [];
  for (const chunk of documentsOf(plainText(written))) {
    readChunk(chunk, file, documents, problems);
  }
  return { documents, problems };
}

/** With line feeds only, and without a byte order mark. */
function plainText(written: string): string {
  const text = written.startsWith('\ufeff') ? written.slice(1) : written;
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('\u0085') ? lines.replaceAll('\u0085', '\n') : lines;
}

function readChunk(chunk: YamlChunk, file: string | undefined, documents: YamlDocument[], problems: YamlProblem[]): void {
  const { text, line, isJson, problem } = chunk;
  if (problem !== undefined) {
    problems.push({ line: problem.line, column: 1, message: problem.message });
  }
  try {
    const control = CONTROL.exec(text);
    if (control !== null) {
      const code = text.charCodeAt(control.index).toString(16).padStart(4, '0');
      throw new YamlFault(`holds the control character U+${code.toUpperCase()}, which no text of YAML may`, control.index);
    }
    const reader = new YamlReader(text, isJson);
    const value = reader.read();
    if (reader.ignoredFrom !== undefined) {
      problems.push({ ...new LineStarts(text).positionOf(reader.ignoredFrom, line), message: 'has more behind the end of the document, which no client reads: begin a new one with "---"' });
    }
    const places = new Places(chunk, reader.nodes.isRemarkable);
    const template = HELM.exec(text)?.[1];
    for (const { manifest, path } of manifestsIn(value, [], places, problems)) {
      documents.push(new ReadDocument(manifest, path, places, file, template));
    }
  } catch (error) {
    problems.push(problemOf(error, chunk));
  }
}

function problemOf(error: unknown, { text, line }: YamlChunk): YamlProblem {
  if (error instanceof YamlFault) {
    return { ...new LineStarts(text).positionOf(error.offset, line), message: error.message };
  }
  throw error;
}

function* manifestsIn(
  value: unknown, path: readonly Key[], places: Places, problems: YamlProblem[],
): Iterable<{ manifest: Manifest; path: readonly Key[] }> {
  if (value === null || value === undefined) {
    return;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const got = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    problems.push({ ...places.locate(path), message: `a document must be a mapping with apiVersion and kind, got ${got}` });
    return;
  }
  const { kind, items } = value as { kind?: unknown; items?: unknown };
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    for (const [index, item] of items.entries()) {
      yield* manifestsIn(item, [...path, 'items', index], places, problems);
    }
  } else {
    yield { manifest: value as Manifest, path };
  }
}

class ReadDocument implements YamlDocument {
  constructor(
    readonly manifest: Manifest,
    private readonly base: readonly Key[],
    private readonly places: Places,
    readonly file?: string,
    readonly template?: string,
  ) {}

  locate(path: readonly Key[]): YamlPosition {
    return this.places.locate([...this.base, ...path]);
  }

  written(): readonly WrittenNote[] {
    return this.places.notesBelow(this.base);
  }
}

/** A document with the place of everything in it, which takes more room than the document. */
interface Recorded {
  readonly chunk: YamlChunk;
  readonly root: unknown;
  readonly recorder: YamlRecorder;
  readonly lines: LineStarts;
}

/** Findings are placed document by document, so that one is kept at a time. */
let latest: Recorded | undefined;

/** Where everything stands in a document: it is read a second time when that is asked. Of most documents it never is. */
class Places {
  private notesRead?: ReadonlyMap<string, WrittenNote[]>;

  constructor(private readonly chunk: YamlChunk, private readonly isRemarkable: boolean) {}

  locate(path: readonly Key[]): YamlPosition {
    const { root, recorder, lines } = this.recorded();
    return lines.positionOf(recorder.offsetOf(root, path), this.chunk.line);
  }

  /** What there is to say of the object at `base`, which is the document or an item of a list in it. */
  notesBelow(base: readonly Key[]): readonly WrittenNote[] {
    if (!this.isRemarkable) {
      return [];
    }
    if (this.notesRead === undefined) {
      const { root, recorder } = this.recorded();
      const notes = new Map<string, WrittenNote[]>();
      for (const note of recorder.notesOf(root)) {
        const key = JSON.stringify(note.path.slice(0, base.length));
        notes.set(key, [...notes.get(key) ?? [], { ...note, path: note.path.slice(base.length) }]);
      }
      this.notesRead = notes;
    }
    return this.notesRead.get(JSON.stringify(base)) ?? [];
  }

  private recorded(): Recorded {
    const { chunk } = this;
    if (latest?.chunk !== chunk) {
      const recorder = new YamlRecorder();
      const root = new YamlReader(chunk.text, chunk.isJson, recorder).read();
      latest = { chunk, root, recorder, lines: new LineStarts(chunk.text) };
    }
    return latest;
  }
}
