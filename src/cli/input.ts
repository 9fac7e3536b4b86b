import { UsageError } from './io';
import type { Io } from './io';

/** More than any set of manifests; what is larger was given by mistake. */
const LARGEST_MEGABYTES = 64;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
};

/** How an input is called in messages. */
export function nameOf(argument: string): string {
  return argument === '-' ? '(standard input)' : argument;
}

/** What the system calls a failure, such as `ENOENT`; empty when it has no name. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The text of a file, or of standard input for `-`. */
export async function readInput(argument: string, io: Io): Promise<string> {
  const name = nameOf(argument);
  const bytes = await (argument === '-' ? io.readStdin() : io.readFile(argument)).catch((error: unknown) => {
    const code = codeOf(error);
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
