/** Where one action of a path may go on; what follows is looked at again from the start. */
const PARTS: readonly RegExp[] = [
  / /y, /[@$]/y, /\.\.(?!\.\.)/y, /\.(?!\.)(?:\\[^]|[^\s.,[\]$@{}\\])*/y, /[-+]?\d+(?:\.\d*)?(?![\d.])/y, /[A-Za-z_][^\s.,[\]$@{}]*/y,
  /"(?:[^"\\\n]|\\.)*"/y, /'(?:[^'\\\n]|\\.)*'/y, /\[\?\((?:[^)"'\n]|"[^"\n]*"|'[^'\n]*')*\)\]/y,
  /\[(?:\*|-?\d*|-?\d*:-?\d*(?::-?\d*)?|'[^'\n]*'|-?\d+(?:, *-?\d+)+|'[^'\n]*'(?:, *'[^'\n]*')+)\]/y,
];

/** What is wrong with a JSONPath as kubectl and the controller read them; undefined when it is right. */
export function jsonPathProblem(text: string): string | undefined {
  if (!text.includes('{')) {
    return 'has no braces, so it is taken for plain text, which is then what is measured';
  }
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const end = endOfAction(text, at + 1);
    if (end < 0) {
      return `cannot be read from ${JSON.stringify(text.slice(-end - 1) || text.slice(at))} on`;
    }
    at = end;
  }
  return undefined;
}

/** The place behind the closing brace; where reading stopped, as a negative number counted from -1, if there is none. */
function endOfAction(text: string, start: number): number {
  let at = start;
  while (text[at] !== '}') {
    const part = PARTS.map((each) => match(each, text, at)).find((length) => length > 0);
    if (part === undefined) {
      return -at - 1;
    }
    at += part;
  }
  return at + 1;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
