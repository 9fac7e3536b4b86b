/** A way into a document as a JSON pointer: `/metadata/annotations/example.com~1key`. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path.map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
