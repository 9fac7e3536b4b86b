import { LINE_END, SPACE, TAB } from './yaml-cursor';
import type { YamlCursor } from './yaml-cursor';

const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKSLASH = 0x5c;

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  'a': '\x07',
  'b': '\b',
  't': '\t',
  '\t': '\t',
  'n': '\n',
  'v': '\v',
  'f': '\f',
  'r': '\r',
  'e': '\x1b',
  ' ': ' ',
  '"': '"',
  '\'': '\'',
  '\\': '\\',
  'N': '\x85',
  '_': '\xa0',
  'L': '\u2028',
  'P': '\u2029',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a text in quotes; the cursor stands at the first one. */
export function readQuoted(cursor: YamlCursor): string {
  const { text } = cursor;
  const opened = cursor.pos;
  const quote = text.charCodeAt(opened);
  let value = '';
  let from = ++cursor.pos;
  for (;;) {
    const { pos } = cursor;
    const code = text.charCodeAt(pos);
    if (Number.isNaN(code)) {
      cursor.fail('opens a quote that nothing closes', opened);
    }
    if (code === quote) {
      value += text.slice(from, pos);
      cursor.pos++;
      cursor.limit(opened);
      if (quote === SINGLE && text.charCodeAt(cursor.pos) === SINGLE) {
        from = cursor.pos++;
        continue;
      }
      return value;
    }
    if (code === BACKSLASH && quote === DOUBLE) {
      value += text.slice(from, pos);
      if (text.charCodeAt(pos + 1) === LINE_END) {
        cursor.nextLine(pos);
        value += '\n'.repeat(skipBlankLines(cursor, opened));
      } else {
        value += escaped(cursor);
      }
      from = cursor.pos;
      cursor.limit(opened);
    } else if (code === LINE_END) {
      value += trimmedEnd(text, from, pos);
      cursor.nextLine(pos);
      const blank = skipBlankLines(cursor, opened);
      value += blank === 0 ? ' ' : '\n'.repeat(blank);
      from = cursor.pos;
      cursor.limit(opened);
    } else {
      cursor.pos++;
    }
  }
}

/** Blanks before a line end do not count; those that were escaped are not in this part of the text. */
function trimmedEnd(text: string, from: number, to: number): string {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === TAB)) {
    end--;
  }
  return text.slice(from, end);
}

/** Goes to the next character of the text, and counts the empty lines before it. */
function skipBlankLines(cursor: YamlCursor, opened: number): number {
  let blank = 0;
  for (;;) {
    if (cursor.isEndMark(cursor.pos)) {
      cursor.fail('opens a quote that nothing closes before the document ends', opened);
    }
    const { code } = cursor;
    if (code === SPACE || code === TAB) {
      cursor.pos++;
    } else if (code === LINE_END) {
      cursor.nextLine(cursor.pos);
      blank++;
    } else {
      return blank;
    }
  }
}

function escaped(cursor: YamlCursor): string {
  const { text, pos } = cursor;
  const letter = text.charAt(pos + 1);
  const plain = ESCAPES[letter];
  if (plain !== undefined) {
    cursor.pos += 2;
    return plain;
  }
  if (cursor.isJson && letter === '/') {
    cursor.pos += 2;
    return letter;
  }
  const digits = DIGITS[letter];
  if (digits === undefined) {
    return cursor.fail(`has the escape "\\${letter}" in double quotes, which does not exist`);
  }
  const written = text.slice(pos + 2, pos + 2 + digits);
  const point = new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(written) ? Number.parseInt(written, 16) : Infinity;
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff && !cursor.isJson)) {
    cursor.fail(`has the escape "\\${letter}${written}" in double quotes, which is no character`);
  }
  cursor.pos += 2 + digits;
  return cursor.isJson ? String.fromCharCode(point) : String.fromCodePoint(point);
}
