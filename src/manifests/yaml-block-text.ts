import { HASH, LINE_END, SPACE, TAB } from './yaml-cursor';
import type { YamlCursor } from './yaml-cursor';

const PLUS = 0x2b;
const MINUS = 0x2d;
const FOLDED = 0x3e;

/** Reads a text below `|` or `>`, at which the cursor stands. `parent` is the column that the text has to exceed. */
export function readBlockText(cursor: YamlCursor, parent: number): string {
  const isFolded = cursor.code === FOLDED;
  const start = cursor.pos;
  const { chomp, increment } = readHeader(cursor);
  const { text } = cursor;
  // At the end of the text there is no line to begin: nothing more is read.
  cursor.nextLine(cursor.pos);
  let indent = increment === 0 ? 0 : Math.max(parent, 0) + increment;
  let breaks = skipBreaks(cursor, indent);
  if (indent === 0) {
    indent = Math.max(breaks.widest, parent + 1, 1);
  }
  let value = '';
  let last = '';
  let isIndented = false;
  while (cursor.column === indent && cursor.pos < text.length) {
    const startsBlank = cursor.code === SPACE || cursor.code === TAB;
    if (isFolded && !isIndented && !startsBlank && last !== '') {
      value += breaks.count === 0 ? ' ' : '';
    } else {
      value += last;
    }
    value += '\n'.repeat(breaks.count);
    isIndented = startsBlank;
    const end = cursor.lineEnd(cursor.pos);
    value += text.slice(cursor.pos, end);
    last = end < text.length ? '\n' : '';
    cursor.nextLine(end);
    cursor.limit(start);
    breaks = skipBreaks(cursor, indent);
  }
  return value + (chomp === MINUS ? '' : last) + (chomp === PLUS ? '\n'.repeat(breaks.count) : '');
}

function readHeader(cursor: YamlCursor): { chomp: number; increment: number } {
  const { text, pos } = cursor;
  let chomp = 0;
  let increment = 0;
  cursor.pos++;
  // Both may stand there, in either order.
  for (let part = 0; part < 2; part++) {
    const { code } = cursor;
    if ((code === PLUS || code === MINUS) && chomp === 0) {
      chomp = code;
      cursor.pos++;
    } else if (code >= 0x30 && code <= 0x39 && increment === 0) {
      increment = code - 0x30;
      if (increment === 0) {
        cursor.fail('has an indentation of 0 in the head of a block of text');
      }
      cursor.pos++;
    }
  }
  while (cursor.code === SPACE || cursor.code === TAB) {
    cursor.pos++;
  }
  if (cursor.code === HASH) {
    cursor.pos = cursor.lineEnd(cursor.pos);
  }
  if (cursor.code !== LINE_END && cursor.pos < text.length) {
    cursor.fail(`has more than it may have behind "${text.charAt(pos)}", which begins a block of text on the next line`);
  }
  return { chomp, increment };
}

/** Goes over empty lines to the first character at or before the indentation; of an indentation of 0, to the first of all. */
function skipBreaks(cursor: YamlCursor, indent: number): { count: number; widest: number } {
  let count = 0;
  let widest = 0;
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.code === SPACE) {
      cursor.pos++;
    }
    widest = Math.max(widest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.code === TAB) {
      cursor.fail('has a tab where only spaces may stand, in a block of text');
    }
    if (cursor.code !== LINE_END) {
      return { count, widest };
    }
    cursor.nextLine(cursor.pos);
    count++;
  }
}
