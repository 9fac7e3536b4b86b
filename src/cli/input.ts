import { UsageError } from './io';
import type { Io } from './io';
import { textOf, whyUnread } from '../input/file-text';

/** How an input is called in messages. */
export function nameOf(argument: string): string {
  return argument === '-' ? '(standard input)' : argument;
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(argument: string, io: Io): Promise<string> {
  const name = nameOf(argument);
  const bytes = await (argument === '-' ? io.readStdin() : io.readFile(argument)).catch((error: unknown) => {
    throw new UsageError(`${name}: ${whyUnread(error)}`);
  });
  const read = textOf(bytes);
  if ('problem' in read) {
    throw new UsageError(`${name}: ${read.problem}`);
  }
  return read.text;
}
