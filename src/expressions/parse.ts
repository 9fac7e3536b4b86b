import { numberOf } from './literals';
import { BINARY, NEGATED, ORDERING, SPELLINGS, UNARY } from './operators';
import { OperandParser } from './parse-operand';
import type { Expression } from './syntax';
import { ConditionError } from './tokens';

const CONSTANTS = new Map<string, boolean | null>([['true', true], ['false', false], ['nil', null]]);
/** What nests deeper, or has more words, is not followed: so the stack holds. */
const DEEPEST = 200;
const MOST_WORDS = 1500;

/** Thrown for what the controller may well follow. */
export class TooMuch extends Error {}

/** Throws a ConditionError where the text stops making sense, or TooMuch. */
export function parseExpression(text: string): Expression {
  return new Parser(text).parse();
}

/** Takes what expr-lang's own parser takes. */
class Parser extends OperandParser {
  private depth = 0;

  parse(): Expression {
    if (this.words > MOST_WORDS) {
      throw new TooMuch();
    }
    const expression = this.sequence();
    if (this.token.kind !== 'end') {
      throw this.unexpected();
    }
    return expression;
  }

  protected expression(least: number): Expression {
    if (++this.depth > DEEPEST) {
      throw new TooMuch();
    }
    const expression = least === 0 && this.isAt('let') ? this.variable() : least === 0 && this.isAt('if') ? this.choice() : this.operation(least);
    this.depth--;
    return expression;
  }

  private variable(): Expression {
    const { offset } = this.take();
    const name = this.name().text;
    this.expect('=');
    const value = this.expression(0);
    this.expect(';');
    return { kind: 'let', name, value, body: this.sequence(), offset };
  }

  private choice(): Expression {
    const { offset } = this.take();
    const test = this.expression(0);
    const yes = this.block();
    this.expect('else');
    return { kind: 'conditional', test, yes, no: this.isAt('if') ? this.choice() : this.block(), offset };
  }

  private operation(least: number): Expression {
    let left = this.primary();
    let before = '';
    for (let operator = this.operator(least); operator !== undefined; operator = this.operator(least)) {
      if (before === '??' && operator !== '??' && operator !== '|') {
        throw new ConditionError(`${operator} after ?? needs parentheses around the one or the other`, this.token.offset);
      }
      left = this.binary(left, operator);
      before = operator;
    }
    return least === 0 ? this.conditional(left) : left;
  }

  /** The operator that comes next, when it binds strongly enough. */
  private operator(least: number): string | undefined {
    const { kind, text } = this.token;
    const isNegated = kind === 'symbol' && text === 'not';
    if (isNegated && !NEGATED.includes(this.next.text)) {
      throw this.unexpected();
    }
    const operator = isNegated ? this.next.text : text;
    return kind === 'symbol' && Object.hasOwn(BINARY, operator) && BINARY[operator] >= least ? operator : undefined;
  }

  private binary(left: Expression, written: string): Expression {
    const isNegated = this.isAt('not');
    const { offset } = this.take();
    if (isNegated) {
      this.take();
    }
    if (written === '|') {
      // `result | len()` is `len(result)`.
      const { text } = this.name();
      return this.call(text, offset, [left]);
    }
    if (ORDERING.includes(written)) {
      return this.chain(left, written, offset);
    }
    const operator = SPELLINGS[written] ?? written;
    const right = this.expression(operator === '**' ? BINARY[written] : BINARY[written] + 1);
    const made: Expression = { kind: 'binary', operator, left, right, offset };
    return isNegated ? { kind: 'unary', operator: 'not', operand: made, offset } : made;
  }

  /** `0 < x < 1` is `0 < x and x < 1`. */
  private chain(first: Expression, operator: string, offset: number): Expression {
    const right = this.expression(BINARY[operator] + 1);
    const compared: Expression = { kind: 'binary', operator, left: first, right, offset };
    if (this.token.kind !== 'symbol' || !ORDERING.includes(this.token.text)) {
      return compared;
    }
    const next = this.take();
    return { kind: 'binary', operator: 'and', left: compared, right: this.chain(right, next.text, next.offset), offset };
  }

  private conditional(first: Expression): Expression {
    let test = first;
    while (this.isAt('?')) {
      const { offset } = this.take();
      // `a ?: b` is `a ? a : b`.
      const yes = this.isAt(':') ? test : this.expression(0);
      this.expect(':');
      test = { kind: 'conditional', test, yes, no: this.expression(0), offset };
    }
    return test;
  }

  private primary(): Expression {
    const { kind, text, offset } = this.token;
    if (kind === 'symbol' && Object.hasOwn(UNARY, text)) {
      this.take();
      return this.postfix(unary(SPELLINGS[text] ?? text, this.expression(UNARY[text]), offset));
    }
    if (kind === 'number') {
      this.take();
      return { kind: 'literal', value: numberOf(text, offset), offset };
    }
    const constant = kind === 'name' ? CONSTANTS.get(text) : undefined;
    if (constant !== undefined) {
      this.take();
      return { kind: 'literal', value: constant, offset };
    }
    return this.postfix(this.operand());
  }
}

/** Of what is fixed, the compiler works out the value. */
function unary(operator: string, operand: Expression, offset: number): Expression {
  const value = operand.kind === 'literal' ? operand.value : undefined;
  if (operator === 'not') {
    return typeof value === 'boolean' ? { kind: 'literal', value: !value, offset } : { kind: 'unary', operator, operand, offset };
  }
  return typeof value === 'number' || typeof value === 'bigint'
    ? { kind: 'literal', value: operator === '-' ? -value : value, offset }
    : { kind: 'unary', operator, operand, offset };
}
