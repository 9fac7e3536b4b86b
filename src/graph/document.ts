import type { Manifest } from '../manifests/manifest';
import type { WrittenNote } from '../manifests/yaml-notes';

/** The way from a document's root to a value in it. */
export type Path = readonly (string | number)[];

/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A manifest and where it came from. */
export interface SourceDocument {
  readonly manifest: Manifest;
  readonly file?: string;
  /** The template that Helm made it from, which is where to mend it. */
  readonly template?: string;
  /** Where the value at `path`, or its nearest ancestor that is written down, begins. Called only for documents with findings. */
  locate?(path: Path): Position | undefined;
  /** What its values do not show of how it is written. */
  written?(): readonly WrittenNote[];
}

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/** `spec.strategy.canary.steps[2].setWeight`; keys with dots or slashes are quoted: `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') {
      text += `[${key}]`;
    } else if (PLAIN_KEY.test(key)) {
      text += text === '' ? key : `.${key}`;
    } else {
      text += `[${JSON.stringify(key)}]`;
    }
  }
  return text;
}
