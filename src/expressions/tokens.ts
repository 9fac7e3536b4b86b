/** One word of a condition. */
export interface Token {
  /** A symbol is also a word of the language itself, `and`. */
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
  /** Counted from 0. */
  readonly offset: number;
}

/** Where a condition stops making sense. */
export interface ConditionProblem {
  readonly message: string;
  /** Counted from 0. */
  readonly offset: number;
}

/** Thrown inside this folder only, and caught where a condition is read. */
export class ConditionError extends Error {
  constructor(message: string, readonly offset: number) {
    super(message);
  }
}

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const DECIMAL = /(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?_*\d[\d_]*)?/;
const OTHER = /0[xX]_*[\da-fA-F][\da-fA-F_]*|0[bB]_*[01][01_]*|0[oO]_*[0-7][0-7_]*/;
// A letter right behind a number makes it none.
const NUMBER = new RegExp(`(?:${OTHER.source}|${DECIMAL.source})(?![\\p{L}\\p{Nd}_$])`, 'uy');
const NAME = /[\p{L}_$][\p{L}\p{Nd}_$]*/uy;
const ESCAPE = String.raw`\\(?:[abfnrtv\\QUOTE]|[0-3][0-7]{2}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|U[\da-fA-F]{8})`;
const quoted = (quote: string): string => `${quote}(?:[^${quote}\\\\\\n]|${ESCAPE.replace('QUOTE', quote)})*${quote}`;
const TEXT = new RegExp(`${quoted('"')}|${quoted("'")}|\`(?:[^\`]|\`\`)*\``, 'y');
const SYMBOL = /\?[.?]?|[&!=*<>][&=*]?|\|{1,2}|:{1,2}|\.{1,2}|#{1,2}|[-+/%^;,()[\]{}]/y;
const KINDS = [['number', NUMBER], ['name', NAME], ['text', TEXT], ['symbol', SYMBOL]] as const;
const KEYWORDS = new Set(['not', 'in', 'or', 'and', 'matches', 'contains', 'startsWith', 'endsWith', 'let', 'if', 'else']);

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  };
  for (offset += take(SPACE)?.length ?? 0; offset < text.length; offset += take(SPACE)?.length ?? 0) {
    const token = next(take, offset);
    if (token === undefined) {
      throw new ConditionError(`did not expect ${JSON.stringify(text[offset])}`, offset);
    }
    tokens.push(token);
    offset += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', offset: text.length }];
}

function next(take: (pattern: RegExp) => string | undefined, offset: number): Token | undefined {
  for (const [kind, pattern] of KINDS) {
    const text = take(pattern);
    if (text !== undefined) {
      return { kind: kind === 'name' && KEYWORDS.has(text) ? 'symbol' : kind, text, offset };
    }
  }
  return undefined;
}
