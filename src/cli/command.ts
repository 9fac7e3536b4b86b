import type { Io } from './io';

/** One command of the command line. */
export interface Command {
  readonly help: string;
  /** Returns the exit code. */
  run(args: readonly string[], io: Io): Promise<number>;
}
