import type { Expression } from './syntax';
import { ConditionError, tokenize } from './tokens';
import type { Token } from './tokens';

/** How strongly the operators bind; the numbers are expr-lang's own. */
const BINARY: Readonly<Record<string, number>> = {
  '|': 0,
  'or': 10,
  '||': 10,
  'and': 15,
  '&&': 15,
  '==': 20,
  '!=': 20,
  '<': 20,
  '>': 20,
  '<=': 20,
  '>=': 20,
  'in': 20,
  'matches': 20,
  'contains': 20,
  'startsWith': 20,
  'endsWith': 20,
  '..': 25,
  '+': 30,
  '-': 30,
  '*': 60,
  '/': 60,
  '%': 60,
  '**': 100,
  '^': 100,
  '??': 500,
};
const UNARY: Readonly<Record<string, number>> = { 'not': 50, '!': 50, '-': 90, '+': 90 };
const ORDERING = ['<', '>', '<=', '>='];
const SPELLINGS: Readonly<Record<string, string>> = { '||': 'or', '&&': 'and', '!': 'not', '^': '**' };
const CONSTANTS = new Map<string, boolean | null>([['true', true], ['false', false], ['nil', null]]);
/** Parsing is recursive: deeper than this is refused, so that the stack holds. */
const DEEPEST = 200;

/** Throws a ConditionError where the text stops making sense. */
export function parseExpression(text: string): Expression {
  return new Parser(tokenize(text)).parse();
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    const expression = this.expression(0);
    if (this.token.kind !== 'end') {
      throw this.unexpected();
    }
    return expression;
  }

  private get token(): Token {
    return this.tokens[this.position];
  }

  private expression(least: number): Expression {
    if (++this.depth > DEEPEST) {
      throw new ConditionError(`nests more than ${DEEPEST} deep`, this.token.offset);
    }
    let left = this.primary();
    for (let binding = this.binding(); binding !== undefined && binding >= least; binding = this.binding()) {
      left = this.binary(left, binding);
    }
    this.depth--;
    return least === 0 ? this.conditional(left) : left;
  }

  /** How strongly the operator that comes next binds; undefined when none comes. */
  private binding(): number | undefined {
    const { kind, text } = this.token;
    const operator = text === 'not' && this.tokens[this.position + 1]?.text === 'in' ? 'in' : text;
    return (kind === 'symbol' || kind === 'name') && Object.hasOwn(BINARY, operator) ? BINARY[operator] : undefined;
  }

  private binary(left: Expression, binding: number): Expression {
    const { text, offset } = this.take();
    if (text === 'not') {
      this.take();
      return { kind: 'unary', operator: 'not', operand: { kind: 'binary', operator: 'in', left, right: this.expression(21), offset }, offset };
    }
    if (text === '|') {
      return this.piped(left);
    }
    const operator = SPELLINGS[text] ?? text;
    const right = this.expression(operator === '**' ? binding : binding + 1);
    // `0 < x < 1` is `0 < x and x < 1`.
    if (ORDERING.includes(operator) && left.kind === 'binary' && ORDERING.includes(left.operator)) {
      return { kind: 'binary', operator: 'and', left, right: { kind: 'binary', operator, left: left.right, right, offset }, offset };
    }
    return { kind: 'binary', operator, left, right, offset };
  }

  /** `result | len()` is `len(result)`. */
  private piped(first: Expression): Expression {
    const { kind, text, offset } = this.token;
    if (kind !== 'name') {
      throw this.unexpected();
    }
    this.take();
    this.expect('(');
    return this.postfix({ kind: 'call', name: text, arguments: [first, ...this.listUntil(')')], offset });
  }

  private conditional(test: Expression): Expression {
    if (!this.isAt('?')) {
      return test;
    }
    const { offset } = this.take();
    const yes = this.expression(0);
    this.expect(':');
    return { kind: 'conditional', test, yes, no: this.expression(0), offset };
  }

  private primary(): Expression {
    const { kind, text, offset } = this.token;
    if ((kind === 'symbol' || kind === 'name') && Object.hasOwn(UNARY, text)) {
      this.take();
      return { kind: 'unary', operator: SPELLINGS[text] ?? text, operand: this.expression(UNARY[text]), offset };
    }
    return this.postfix(this.operand());
  }

  private operand(): Expression {
    const { kind, text, offset } = this.token;
    if (kind === 'end' || (kind === 'symbol' && !/^([([{.]|#.*)$/.test(text))) {
      throw this.unexpected();
    }
    this.take();
    if (kind === 'number') {
      return { kind: 'literal', value: Number(text.replaceAll('_', '')), offset };
    }
    if (kind === 'text') {
      return { kind: 'literal', value: text.startsWith('`') ? text.slice(1, -1) : unescape(text.slice(1, -1)), offset };
    }
    if (kind === 'name') {
      return this.named(text, offset);
    }
    if (text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (text === '[') {
      return { kind: 'list', items: this.listUntil(']'), offset };
    }
    if (text === '{') {
      this.skipBraces();
      return { kind: 'opaque', offset };
    }
    // The element that a closure looks at, `#`, or a member of it, `.name`.
    if (text === '.' && this.take().kind !== 'name') {
      throw this.unexpected();
    }
    return { kind: 'opaque', offset };
  }

  private named(text: string, offset: number): Expression {
    const constant = CONSTANTS.get(text);
    if (constant !== undefined) {
      return { kind: 'literal', value: constant, offset };
    }
    if (/^_{5,}$/.test(text)) {
      return { kind: 'opaque', offset };
    }
    if (!this.isAt('(')) {
      return { kind: 'name', name: text, offset };
    }
    this.take();
    return { kind: 'call', name: text, arguments: this.listUntil(')'), offset };
  }

  private postfix(object: Expression): Expression {
    let expression = object;
    for (;;) {
      const { kind, text, offset } = this.token;
      if (kind !== 'symbol' || !['.', '?.', '['].includes(text)) {
        return expression;
      }
      this.take();
      if (text === '[' || this.isAt('[')) {
        if (text !== '[') {
          this.take();
        }
        expression = this.indexed(expression, offset);
      } else {
        expression = this.member(expression);
      }
    }
  }

  private member(object: Expression): Expression {
    const { kind, text, offset } = this.token;
    if (kind !== 'name') {
      throw this.unexpected();
    }
    this.take();
    if (this.isAt('(')) {
      // A method of a value: times have some.
      this.take();
      this.listUntil(')');
      return { kind: 'opaque', offset };
    }
    return { kind: 'member', object, name: text, offset };
  }

  private indexed(object: Expression, offset: number): Expression {
    const key = this.isAt(':') ? undefined : this.expression(0);
    if (this.isAt(':')) {
      this.take();
      if (!this.isAt(']')) {
        this.expression(0);
      }
      this.expect(']');
      return { kind: 'slice', object, offset };
    }
    this.expect(']');
    return key === undefined ? { kind: 'slice', object, offset } : { kind: 'index', object, key, offset };
  }

  private listUntil(end: ')' | ']'): Expression[] {
    const items: Expression[] = [];
    while (!this.isAt(end)) {
      items.push(this.expression(0));
      if (!this.isAt(end)) {
        this.expect(',');
      }
    }
    this.take();
    return items;
  }

  /** Past the matching brace of a closure or a map. */
  private skipBraces(): void {
    for (let open = 1; open > 0;) {
      const { kind, text } = this.take();
      if (kind === 'end') {
        throw this.unexpected('}');
      }
      open += kind === 'symbol' ? Number(text === '{') - Number(text === '}') : 0;
    }
  }

  private isAt(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  /** The end is never passed. */
  private take(): Token {
    const token = this.token;
    this.position += token.kind === 'end' ? 0 : 1;
    return token;
  }

  private expect(text: string): void {
    if (!this.isAt(text)) {
      throw this.unexpected(text);
    }
    this.take();
  }

  private unexpected(wanted?: string): ConditionError {
    const { kind, text, offset } = this.token;
    const instead = wanted === undefined ? '' : `, a ${wanted} is missing`;
    const found = kind === 'end' ? 'the condition ends too early' : `did not expect ${JSON.stringify(text.slice(0, 20))}`;
    return new ConditionError(`${found}${instead}`, offset);
  }
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, character: string) => ({ n: '\n', t: '\t', r: '\r' })[character] ?? character);
}
