import { COLON, HASH, LINE_END, SPACE, TAB } from './yaml-cursor';
import type { YamlCursor } from './yaml-cursor';

const COMMA = 0x2c;
const QUESTION = 0x3f;

/** Reads a word without quotes, which may go on over several lines. `indent` is the column that further lines have to exceed. */
export function readPlain(cursor: YamlCursor, indent: number, inFlow: boolean): string {
  const { text } = cursor;
  const start = cursor.pos;
  let end = endInLine(cursor, start, inFlow);
  let value = text.slice(start, end);
  cursor.pos = end;
  for (;;) {
    cursor.limit(start);
    const breaks = linesToContinuation(cursor, end, indent, inFlow);
    if (breaks === 0) {
      return value;
    }
    end = endInLine(cursor, cursor.pos, inFlow);
    if (end === cursor.pos) {
      return value;
    }
    value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + text.slice(cursor.pos, end);
    cursor.pos = end;
  }
}

/** Behind the last character that belongs to the word. */
function endInLine({ text }: YamlCursor, start: number, inFlow: boolean): number {
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) {
      continue;
    }
    if (code === LINE_END || Number.isNaN(code)) {
      return end;
    }
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (next === SPACE || next === LINE_END || next === TAB || Number.isNaN(next)) {
        return end;
      }
    } else if (code === HASH && end !== at) {
      return end;
    } else if (inFlow && (code === COMMA || code === QUESTION || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d)) {
      return end;
    }
    end = at + 1;
  }
}

/** Goes to where the word goes on, and counts the line ends up to there; 0 when it does not, and then the cursor stays. */
function linesToContinuation(cursor: YamlCursor, from: number, indent: number, inFlow: boolean): number {
  const { text, lineStart } = cursor;
  let at = from;
  let line = lineStart;
  let breaks = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      at++;
    } else if (code === TAB) {
      if (breaks > 0 && at - line <= indent) {
        cursor.fail('has a tab where only spaces may stand', at);
      }
      at++;
    } else if (code === LINE_END) {
      breaks++;
      line = ++at;
    } else {
      break;
    }
  }
  if (breaks === 0 || at >= text.length || (!inFlow && at - line <= indent) || text.charCodeAt(at) === HASH) {
    return 0;
  }
  cursor.lineStart = line;
  if (cursor.isEndMark(at)) {
    cursor.lineStart = lineStart;
    return 0;
  }
  cursor.pos = at;
  return breaks;
}
