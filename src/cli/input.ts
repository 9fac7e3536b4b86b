import { UsageError } from './io';
import type { Io } from './io';

/** More than any set of manifests; what is larger was given by mistake. */
const LARGEST_MEGABYTES = 64;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a directory, name the files in it',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
};

/** How an input is called in messages. */
export function nameOf(argument: string): string {
  return argument === '-' ? '(standard input)' : argument;
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(argument: string, io: Io): Promise<string> {
  const name = nameOf(argument);
  const bytes = await (argument === '-' ? io.readStdin() : io.readFile(argument)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`${name}: ${REASONS[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`}`);
  });
  if (bytes.length > LARGEST_MEGABYTES * 1024 * 1024) {
    throw new UsageError(`${name}: is larger than ${LARGEST_MEGABYTES} MB`);
  }
  if (bytes.includes(0)) {
    throw new UsageError(`${name}: is a binary file, not YAML or JSON`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name}: is not UTF-8 text`);
  }
}
