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

/** What the system calls a failure, such as `ENOENT`; empty when it has no name. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Why a file could not be read. */
export function whyUnread(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`;
}

/** What a file holds as text, or why it is none. */
export function textOf(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  if (bytes.length > LARGEST_MEGABYTES * 1024 * 1024) {
    return { problem: `is larger than ${LARGEST_MEGABYTES} MB` };
  }
  if (bytes.includes(0)) {
    return { problem: 'is a binary file, not YAML or JSON' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'is not UTF-8 text' };
  }
}
