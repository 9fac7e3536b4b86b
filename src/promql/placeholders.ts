const HOLE = /\{\{.*?\}\}/gs;

/** What stands for a range that is not known. It is the same for all, so that it can be told from one that is. */
export const UNKNOWN_RANGE = '7y';

/**
 * Puts neutral text of the same length in the place of `{{args.x}}`, so that the query can be parsed and positions stay: a
 * duration where only that can stand, an identifier elsewhere (which serves as a metric, a label, a value and a number).
 */
export function withoutPlaceholders(text: string): string {
  return text.includes('{{')
    ? text.replace(HOLE, (hole, offset: number) => needsDuration(text.slice(0, offset)) ? UNKNOWN_RANGE.padEnd(hole.length) : 'x'.repeat(hole.length))
    : text;
}

function needsDuration(before: string): boolean {
  return /(\[\s*|\[[^\]"']*:\s*|\boffset\s+-?\s*)$/.test(before);
}
