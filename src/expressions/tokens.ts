/** One word of a condition. */
export interface Token {
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
const NUMBER = /0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const TEXT = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`[^`]*`/y;
const SYMBOL = /\*\*|\?\?|\?\.|\.\.|&&|\|\||==|!=|<=|>=|#\w*|[-+*/%^<>=!?:;,.()[\]{}|]/y;

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
  for (const [kind, pattern] of [['number', NUMBER], ['name', NAME], ['text', TEXT], ['symbol', SYMBOL]] as const) {
    const text = take(pattern);
    if (text !== undefined) {
      return { kind, text, offset };
    }
  }
  return undefined;
}
