import { NotUnderstood } from './syntax';

/** One word of an expression; the text of a text is what it says. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
}

const SPACE = /(?:\s+|\/\/[^\n]*)+/y;
const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y;
const SYMBOL = /&&|\|\||[=!<>]=|[-+*/%!<>?:.,()[\]]/y;
/** In quotes, which may be three of a kind. */
const TEXT = /(?:"""((?:[^\\]|\\[\s\S])*?)"""|'''((?:[^\\]|\\[\s\S])*?)'''|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')/y;
/** Behind r nothing is escaped. */
const RAW_TEXT = /[rR](?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"([^"\n]*)"|'([^'\n]*)')/y;
const ESCAPE = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|[xX]([\da-fA-F]{2})|([0-3][0-7]{2})|([\s\S]))/g;
const ESCAPES: Readonly<Record<string, string>> = {
  'a': '\x07', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\', '?': '?', '"': '"', '\'': '\'', '`': '`',
};

/** Throws NotUnderstood. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text);
    offset += found?.[0].length ?? 0;
    return found;
  };
  for (take(SPACE); offset < text.length; take(SPACE)) {
    tokens.push(nextToken(take));
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function nextToken(take: (pattern: RegExp) => RegExpExecArray | null): Token {
  const raw = take(RAW_TEXT);
  if (raw !== null) {
    return { kind: 'text', text: raw[1] ?? raw[2] ?? raw[3] ?? raw[4] };
  }
  const written = take(TEXT);
  if (written !== null) {
    return { kind: 'text', text: unescaped(written[1] ?? written[2] ?? written[3] ?? written[4]) };
  }
  for (const [kind, pattern] of [['name', NAME], ['number', NUMBER], ['symbol', SYMBOL]] as const) {
    const found = take(pattern);
    if (found !== null) {
      return { kind: kind === 'name' && found[0] === 'in' ? 'symbol' : kind, text: found[0] };
    }
  }
  throw new NotUnderstood('no such word');
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (all, ...[short, long, byte, octal, letter]: (string | undefined)[]) => {
    const digits = short ?? long ?? byte;
    const code = octal === undefined ? parseInt(digits ?? '', 16) : parseInt(octal, 8);
    const meant = letter === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : ESCAPES[letter];
    if (meant === undefined) {
      throw new NotUnderstood(`no such escape: ${all}`);
    }
    return meant;
  });
}
