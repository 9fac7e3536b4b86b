import { NotUnderstood } from './syntax';
import type { Expression, Macro, Operator } from './syntax';
import { tokenize } from './tokens';
import type { Token } from './tokens';

/** How strongly operators bind. */
const BINARY: Readonly<Record<string, number>> = {
  '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, 'in': 3, '+': 4, '-': 4, '*': 5,
};
const MACROS: ReadonlySet<string> = new Set<Macro>(['all', 'exists', 'exists_one', 'filter', 'map']);
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['null', null]]);
/** What nests deeper, or has more words, is not followed: so the stack holds. */
const DEEPEST = 100;
const MOST_WORDS = 2000;
/** How words of the language, and names that are none, are written as names of fields. */
const ESCAPED: Readonly<Record<string, string>> = { underscores: '__', dot: '.', dash: '-', slash: '/' };
const ESCAPE = /__([a-z]+)__/g;

/** Throws NotUnderstood for what definitions do not use, and for what is no CEL. */
export function parseRule(text: string): Expression {
  return new Parser(tokenize(text)).parse();
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    if (this.tokens.length > MOST_WORDS) {
      throw new NotUnderstood('too long');
    }
    const expression = this.expression();
    if (this.token.kind !== 'end') {
      throw this.unexpected();
    }
    return expression;
  }

  private expression(): Expression {
    if (++this.depth > DEEPEST) {
      throw new NotUnderstood('too deep');
    }
    let expression = this.operation(1);
    if (this.skip('?')) {
      const yes = this.operation(1);
      this.expect(':');
      expression = { kind: 'conditional', test: expression, yes, no: this.expression() };
    }
    this.depth--;
    return expression;
  }

  private operation(least: number): Expression {
    let left = this.unary();
    while (this.token.kind === 'symbol' && Object.hasOwn(BINARY, this.token.text) && BINARY[this.token.text] >= least) {
      const operator = this.take().text as Operator;
      left = { kind: 'binary', operator, left, right: this.operation(BINARY[operator] + 1) };
    }
    return left;
  }

  private unary(): Expression {
    if (++this.depth > DEEPEST) {
      throw new NotUnderstood('too deep');
    }
    const expression: Expression = this.skip('!') ? { kind: 'not', operand: this.unary() }
      : this.skip('-') ? { kind: 'binary', operator: '-', left: { kind: 'literal', value: 0 }, right: this.unary() }
        : this.postfix(this.operand());
    this.depth--;
    return expression;
  }

  private operand(): Expression {
    const { kind, text } = this.take();
    if (kind === 'number') {
      return { kind: 'literal', value: Number(text) };
    }
    if (kind === 'text') {
      return { kind: 'literal', value: text };
    }
    if (kind === 'name') {
      const constant = CONSTANTS.get(text);
      return constant !== undefined ? { kind: 'literal', value: constant } : this.skip('(') ? this.call(text, []) : { kind: 'name', name: text };
    }
    if (text === '[') {
      return { kind: 'list', items: this.listUntil(']') };
    }
    if (text !== '(') {
      throw this.unexpected();
    }
    const inner = this.expression();
    this.expect(')');
    return inner;
  }

  private postfix(first: Expression): Expression {
    let object = first;
    for (;;) {
      if (this.skip('[')) {
        object = { kind: 'index', object, key: this.expression() };
        this.expect(']');
      } else if (this.skip('.')) {
        const { kind, text } = this.take();
        if (kind !== 'name') {
          throw this.unexpected();
        }
        object = this.skip('(') ? this.method(object, text) : { kind: 'member', object, name: plainName(text) };
      } else {
        return object;
      }
    }
  }

  private method(object: Expression, name: string): Expression {
    if (!MACROS.has(name)) {
      return this.call(name, [object]);
    }
    const given = this.listUntil(')');
    const [variable, body] = given;
    if (given.length !== 2 || variable.kind !== 'name') {
      throw this.unexpected();
    }
    return { kind: 'macro', name: name as Macro, list: object, variable: variable.name, body };
  }

  private call(name: string, given: readonly Expression[]): Expression {
    const all = [...given, ...this.listUntil(')')];
    if (name !== 'has') {
      return { kind: 'call', name, arguments: all };
    }
    const [field] = all;
    if (all.length !== 1 || field.kind !== 'member') {
      throw this.unexpected();
    }
    return { kind: 'has', field };
  }

  private listUntil(end: ')' | ']'): Expression[] {
    const items: Expression[] = [];
    while (!this.skip(end)) {
      if (items.length > 0) {
        this.expect(',');
      }
      items.push(this.expression());
    }
    return items;
  }

  private get token(): Token {
    return this.tokens[this.position];
  }

  /** The end is never passed. */
  private take(): Token {
    const token = this.token;
    this.position += token.kind === 'end' ? 0 : 1;
    return token;
  }

  private skip(symbol: string): boolean {
    const isThere = this.token.kind === 'symbol' && this.token.text === symbol;
    this.position += isThere ? 1 : 0;
    return isThere;
  }

  private expect(symbol: string): void {
    if (!this.skip(symbol)) {
      throw this.unexpected();
    }
  }

  private unexpected(): NotUnderstood {
    return new NotUnderstood(`did not expect ${JSON.stringify(this.token.text)}`);
  }
}

/** `__namespace__` is the field `namespace`, which is a word of the language. */
function plainName(written: string): string {
  return written.replace(ESCAPE, (_, name: string) => ESCAPED[name] ?? name);
}
