import type { Arguments } from './arguments';
import type { Io } from './io';
import type { Option } from './option';

/** One command of the command line. What it takes is data, so that its help, its checks and shell completion agree. */
export interface Command {
  readonly name: string;
  /** What stands after its name: `FILE [FILE...]`. */
  readonly takes: string;
  /** What it does, for its help. */
  readonly text: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Command lines as one would write them. */
  readonly examples: readonly string[];
  /** What its arguments are, for completion. */
  readonly completes: 'files' | 'rules' | readonly string[];
  /** Returns the exit code. */
  run(args: Arguments, io: Io): Promise<number>;
}

/** A command before it is loaded. */
export interface CommandEntry {
  readonly summary: string;
  load(): Command;
}
