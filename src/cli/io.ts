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
  /** Runs a program that is found as the shell finds it, with nothing on its standard input, and ends it after so many seconds. */
  readonly runProgram: (program: string, args: readonly string[], seconds: number) => Promise<ProgramEnd | 'not there' | 'too long'>;
  /** Says on a terminal what is going on, in place of what it said before; nothing takes that away. Elsewhere nothing is said. */
  readonly progress: (text: string) => void;
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

/** What a program said, and the code it ended with. */
export interface ProgramEnd {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line that makes no sense, or input that cannot be used: one sentence, and exit code 2. */
export class UsageError extends Error {}

/** Something outside that is needed and is not there: one sentence, and exit code 3. */
export class AbsentError extends Error {}

export const exitCodes = { fine: 0, findings: 1, misuse: 2, absent: 3 } as const;
