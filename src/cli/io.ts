/** What a command may touch. Tests bring their own. */
export interface Io {
  /** The product, on standard output. */
  readonly out: (text: string) => void;
  /** Words, on standard error. */
  readonly err: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Of this package. */
  readonly version: string;
}

/** A command line that makes no sense, or input that cannot be used: one sentence, and exit code 2. */
export class UsageError extends Error {}

export const exitCodes = { fine: 0, findings: 1, misuse: 2 } as const;
