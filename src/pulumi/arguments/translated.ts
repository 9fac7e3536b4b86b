/** What is written otherwise here than by users of the constructs. */
export interface Words {
  /** Whole phrases, for what has no counterpart. */
  readonly phrases: Readonly<Record<string, string>>;
  /**
   * By what is called, what is written: `$1` is the first argument, and what stands in braces behind it is written where there is none;
   * `...$2` are the members of the second.
   */
  readonly calls: Readonly<Record<string, string>>;
  /** By what is named and not called; absent: a call is named by the last part of its name. */
  readonly names: Readonly<Record<string, string>>;
  /** By what makes a duration, the unit behind its number. */
  readonly durations: Readonly<Record<string, string>>;
  /** What may follow a call, `Audience.header('x').isExactly('y')`, and stands here beside what the call was given. */
  readonly methods: readonly string[];
}

/** The same text in other words. What stands in double quotes is somebody's own, and stays. */
export function translated(text: string, words: Words): string {
  const phrased = Object.entries(words.phrases).reduce((before, [phrase, other]) => before.replaceAll(phrase, other), text);
  return told(phrased, words, false);
}

const pieces = /"(?:[^"\\]|\\.)*"|(?:new )?[A-Z]\w*(?:\.\w+)?|[a-z]\w*\(\)|[\w.$/-]+|[^]/y;

function told(text: string, words: Words, isCode: boolean): string {
  let written = '';
  for (let at = 0; at < text.length;) {
    const piece = matchAt(pieces, text, at);
    const call = callAt(text, at, piece, words);
    written += call === undefined ? uncalled(piece, words) : called(call, words, isCode || /\w: $/.test(written));
    at = call?.end ?? at + piece.length;
  }
  return written;
}

interface Call {
  readonly name: string;
  /** As they were written. */
  readonly args: readonly string[];
  readonly method?: { readonly name: string; readonly args?: readonly string[] };
  readonly end: number;
}

function callAt(text: string, at: number, piece: string, words: Words): Call | undefined {
  const name = nameOf(piece);
  if (name === undefined || !(name in words.calls || name in words.durations)) return undefined;
  const own = argumentsAt(text, at + piece.length);
  if (own === undefined) return undefined;
  const following = matchAt(/\.\w+|/y, text, own.end);
  if (!words.methods.includes(following.slice(1))) return { name, ...own };
  const end = own.end + following.length;
  const { args, end: last } = argumentsAt(text, end) ?? { end };
  return { name, args: own.args, method: { name: following.slice(1), args }, end: last };
}

function called({ name, args, method }: Call, words: Words, isCode: boolean): string {
  const given = args.map(each => told(each, words, true));
  if (name in words.durations) {
    const duration = `${given[0]}${words.durations[name]}`;
    return isCode ? `'${duration}'` : duration;
  }
  const form = words.calls[name];
  const last = Math.max(0, ...[...form.matchAll(/\$(\d)/g)].map(([, index]) => Number(index)));
  if (method !== undefined) {
    const said = method.args === undefined ? '...' : told(method.args.join(', '), words, true) || 'true';
    given[last - 1] = `{ ${method.name}: ${said} }`;
  }
  return form.replace(/(?<comma>, )?\.\.\.\$(?<spread>\d)|\$(?<whole>\d)(?<otherwise>\{[ .]*\})?/g, (...found) => {
    const { comma, spread, whole, otherwise } = found[found.length - 1] as Readonly<Record<string, string | undefined>>;
    if (whole !== undefined) return given[Number(whole) - 1] ?? otherwise ?? '...';
    const members = membersOf(given[Number(spread) - 1]);
    return members === '' ? '' : `${comma ?? ''}${members}`;
  });
}

function membersOf(written = '{}'): string {
  return /^\{.*\}$/.test(written) ? written.slice(1, -1).trim() : '...';
}

function uncalled(piece: string, words: Words): string {
  const name = nameOf(piece);
  if (name !== undefined) return words.names[name] ?? (name in words.calls ? name.slice(name.indexOf('.') + 1) : piece);
  const method = piece.replace(/\(\)$/, '');
  return words.methods.includes(method) ? method : piece;
}

function nameOf(piece: string): string | undefined {
  return /^(?:new )?([A-Z].*)/.exec(piece)?.[1];
}

/** What stands in the parentheses that open there, parted by its commas; undefined where none do, or where they do not close. */
function argumentsAt(text: string, open: number): { readonly args: readonly string[]; readonly end: number } | undefined {
  if (text[open] !== '(') return undefined;
  const args: string[] = [];
  let depth = 0;
  let begun = open + 1;
  for (let at = open; at < text.length;) {
    const piece = matchAt(/"(?:[^"\\]|\\.)*"|'[^']*'|[^]/y, text, at);
    if ('([{'.includes(piece)) depth++;
    if (')]}'.includes(piece)) depth--;
    if ((piece === ',' && depth === 1) || depth === 0) {
      args.push(text.slice(begun, at).trim());
      begun = at + 1;
    }
    at += piece.length;
    if (depth === 0) return { args: args.filter(each => each !== ''), end: at };
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
