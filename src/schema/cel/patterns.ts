/** What means the same to both engines; `.` is no line end to the one of the server. */
const PIECE = /\\[^A-Za-z0-9]|\\[dnrt]|\[\^?(?:[^\\[\]]|\\[^A-Za-z0-9]|\\[dnrt])+\]|\((?:\?:|(?!\?))|[)|?*+^$]|\{\d+(?:,\d*)?\}|[^\\()[\]{}|?*+^$]/y;
const ANY_CASE = /^(\^?)\(\?i\)/;

const compiled = new Map<string, RegExp | undefined>();

/** A regular expression of the server (RE2) as one of ours; undefined where it may mean something else here. */
export function patternOf(text: string): RegExp | undefined {
  if (!compiled.has(text)) {
    compiled.set(text, compile(text));
  }
  return compiled.get(text);
}

function compile(text: string): RegExp | undefined {
  const pattern = text.replace(ANY_CASE, '$1');
  let source = '';
  for (PIECE.lastIndex = 0; PIECE.lastIndex < pattern.length;) {
    const piece = PIECE.exec(pattern)?.[0];
    if (piece === undefined) {
      return undefined;
    }
    source += piece === '.' ? '[^\\n]' : piece;
  }
  try {
    return new RegExp(source, pattern === text ? 'u' : 'iu');
  } catch {
    return undefined;
  }
}
