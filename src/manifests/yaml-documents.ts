/** A part of a text that is a document, and what is wrong with the line that begins it. */
export interface YamlChunk {
  readonly text: string;
  /** The line that it begins in, counted from 1. */
  readonly line: number;
  readonly isJson: boolean;
  readonly problem?: { readonly line: number; readonly message: string };
}

/**
 * The documents of a text, one after another. The clients of Kubernetes look for lines that begin with `---` before they read any
 * YAML, so that nothing else may stand in such a line. JSON has no such lines: its objects follow one another.
 */
export function* documentsOf(text: string): Iterable<YamlChunk> {
  const first = text.search(/\S/);
  if (first >= 0 && text.charAt(first) === '{') {
    const objects = jsonObjects(text);
    if (objects !== undefined) {
      yield* objects;
      return;
    }
  }
  let start = 0;
  let line = 1;
  let problem: YamlChunk['problem'];
  for (;;) {
    const begin = text.startsWith('---', start) ? start : text.indexOf('\n---', start) + 1;
    const isLast = begin === 0 && !text.startsWith('---', start);
    const part = isLast ? wholeLines(text.slice(start)) : text.slice(start, begin);
    yield { text: part, line, isJson: false, ...(problem === undefined ? {} : { problem }) };
    if (isLast) {
      return;
    }
    line += countLines(text, start, begin);
    const lineEnd = text.indexOf('\n', begin);
    const stop = lineEnd < 0 ? text.length : lineEnd;
    const rest = text.slice(begin + '---'.length, stop).trim();
    problem = rest === '' || rest.startsWith('#') ? undefined
      : { line, message: `has "${rest.slice(0, 40)}" behind "---", where clients of Kubernetes allow only a comment` };
    if (lineEnd < 0) {
      if (problem !== undefined) {
        yield { text: '', line, isJson: false, problem };
      }
      return;
    }
    start = lineEnd + 1;
    line++;
  }
}

/** Clients of Kubernetes end the last line where nobody has: it matters to a block of text. */
function wholeLines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Objects of JSON that stand one after another; undefined where it is not JSON. */
function jsonObjects(text: string): YamlChunk[] | undefined {
  if (isJson(text)) {
    return [{ text, line: 1, isJson: true }];
  }
  const objects: YamlChunk[] = [];
  let line = 1;
  let start = 0;
  while (start < text.length) {
    const end = objectEnd(text, start);
    const object = text.slice(start, end);
    if (object.trim() === '') {
      break;
    }
    if (!isJson(object)) {
      return undefined;
    }
    objects.push({ text: object, line, isJson: true });
    line += countLines(text, start, end);
    start = end;
  }
  return objects;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Behind the brace that closes the first one. */
function objectEnd(text: string, start: number): number {
  const mark = /["{}]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '"') {
      mark.lastIndex = quoteEnd(text, mark.lastIndex);
    } else {
      depth += found[0] === '{' ? 1 : -1;
      if (depth <= 0) {
        return mark.lastIndex;
      }
    }
  }
  return text.length;
}

/** Behind the quote that ends a text. */
function quoteEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      return at + 1;
    }
    at += character === '\\' ? 1 : 0;
  }
  return text.length;
}

/** How many lines end between two places. */
function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}
