/** What a command may touch. Tests bring their own. */
export interface Io {
  /** The product, on standard output. */
  readonly out: (text: string) => void;
  /** Words, on standard error. */
  readonly err: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** All of it or nothing. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** What there is under a path, links followed; undefined for nothing. */
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | undefined>;
  /** What is in a folder. */
  readonly list: (folder: string) => Promise<readonly FolderEntry[]>;
  /** Whether standard output shows colours, and nobody asked for none. */
  readonly color: boolean;
  /** Of this package. */
  readonly version: string;
}

export interface FolderEntry {
  readonly name: string;
  /** A link to a folder is none: folders that hold themselves have no end. */
  readonly isFolder: boolean;
}

/** A command line that makes no sense, or input that cannot be used: one sentence, and exit code 2. */
export class UsageError extends Error {}

/** Something outside that is needed and is not there: one sentence, and exit code 3. */
export class AbsentError extends Error {}

export const exitCodes = { fine: 0, findings: 1, misuse: 2, absent: 3 } as const;
