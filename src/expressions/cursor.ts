import { ConditionError, tokenize } from './tokens';
import type { Token } from './tokens';

/** Goes from word to word. */
export class Cursor {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string) {
    this.tokens = tokenize(text);
  }

  protected get words(): number {
    return this.tokens.length;
  }

  protected get token(): Token {
    return this.tokens[this.position];
  }

  /** The one after it. */
  protected get next(): Token {
    return this.tokens[Math.min(this.position + 1, this.tokens.length - 1)];
  }

  protected isAt(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  /** The end is never passed. */
  protected take(): Token {
    const token = this.token;
    this.position += token.kind === 'end' ? 0 : 1;
    return token;
  }

  protected name(): Token {
    if (this.token.kind !== 'name') {
      throw this.unexpected();
    }
    return this.take();
  }

  protected expect(text: string): void {
    if (!this.isAt(text)) {
      throw this.unexpected(text);
    }
    this.take();
  }

  protected unexpected(wanted?: string): ConditionError {
    const { kind, text, offset } = this.token;
    const instead = wanted === undefined ? '' : `, a ${wanted} is missing`;
    const found = kind === 'end' ? 'the condition ends too early' : `did not expect ${JSON.stringify(text.slice(0, 20))}`;
    return new ConditionError(`${found}${instead}`, offset);
  }
}
