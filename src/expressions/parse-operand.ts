import { Cursor } from './cursor';
import { functions } from './functions';
import type { Parameter } from './functions';
import { textOf } from './literals';
import type { Entry, Expression } from './syntax';

/** What a placeholder has become. */
const HOLE = /^_{5,}$/;

/** Reads what stands between operators. */
export abstract class OperandParser extends Cursor {
  private closures = 0;

  /** An expression of operators that bind so strongly at least. */
  protected abstract expression(least: number): Expression;

  protected sequence(): Expression {
    const items = [this.expression(0)];
    while (this.isAt(';')) {
      this.take();
      if (this.token.kind === 'end') {
        break;
      }
      items.push(this.expression(0));
    }
    return items.length === 1 ? items[0] : { kind: 'sequence', items, offset: items[0].offset };
  }

  protected block(): Expression {
    this.expect('{');
    const inner = this.sequence();
    this.expect('}');
    return inner;
  }

  protected operand(): Expression {
    const { kind, text, offset } = this.token;
    if (kind === 'name') {
      return this.named();
    }
    if (kind === 'text') {
      this.take();
      return { kind: 'literal', value: textOf(text, offset), offset };
    }
    switch (kind === 'symbol' ? text : '') {
      case '(': {
        this.take();
        const inner = this.sequence();
        this.expect(')');
        return inner;
      }
      case '[':
        this.take();
        return { kind: 'list', items: this.listUntil(']'), offset };
      case '{':
        return this.map();
      case '::':
        this.take();
        return this.call(this.name().text, offset);
      case '#':
      case '.':
        return this.element();
      default:
        throw this.unexpected();
    }
  }

  private named(): Expression {
    const { text, offset } = this.take();
    if (this.isAt('(')) {
      return this.call(text, offset);
    }
    return HOLE.test(text) ? { kind: 'opaque', offset } : { kind: 'name', name: text, offset };
  }

  /** What a closure looks at: `#`, something beside it, `#index`, or a member of it, `.name`. */
  private element(): Expression {
    if (this.closures === 0) {
      throw this.unexpected();
    }
    const { offset } = this.token;
    const name = this.isAt('#') && this.take() && this.token.kind === 'name' ? this.take().text : '';
    return { kind: 'element', name, offset };
  }

  protected call(name: string, offset: number, given: readonly Expression[] = []): Expression {
    const parameters = functions.get(name)?.parameters ?? [];
    this.expect('(');
    const further = parameters.some(({ isClosure }) => isClosure) ? this.withClosure(parameters.slice(given.length)) : this.listUntil(')');
    return { kind: 'call', name, arguments: [...given, ...further], offset };
  }

  private withClosure(parameters: readonly Parameter[]): Expression[] {
    const given: Expression[] = [];
    for (const { isClosure, isOptional } of parameters) {
      if (isOptional && this.isAt(')')) {
        break;
      }
      if (given.length > 0) {
        this.expect(',');
      }
      given.push(isClosure ? this.closure() : this.expression(0));
    }
    if (this.isAt(',')) {
      this.take();
    }
    this.expect(')');
    return given;
  }

  private closure(): Expression {
    const { offset } = this.token;
    this.closures++;
    const body = this.isAt('{') ? this.block() : this.expression(0);
    this.closures--;
    return { kind: 'closure', body, offset };
  }

  private map(): Expression {
    const { offset } = this.take();
    const entries: Entry[] = [];
    while (!this.isAt('}')) {
      const key = this.key();
      this.expect(':');
      entries.push({ key, value: this.expression(0) });
      if (!this.isAt('}')) {
        this.expect(',');
      }
    }
    this.take();
    return { kind: 'map', entries, offset };
  }

  private key(): Expression {
    const { kind, text, offset } = this.token;
    if (this.isAt('(')) {
      return this.expression(0);
    }
    if (kind === 'symbol' || kind === 'end') {
      throw this.unexpected();
    }
    this.take();
    return { kind: 'literal', value: kind === 'text' ? textOf(text, offset) : text, offset };
  }

  protected postfix(first: Expression): Expression {
    let object = first;
    while (['.', '?.', '['].some((symbol) => this.isAt(symbol))) {
      const optional = this.isAt('?.');
      const { text, offset } = this.take();
      if (text === '[' || (optional && this.isAt('['))) {
        if (optional) {
          this.take();
        }
        object = this.indexed(object, optional, offset);
      } else {
        object = this.member(object, optional);
      }
    }
    return object;
  }

  private member(object: Expression, optional: boolean): Expression {
    const { kind, text, offset } = this.token;
    // A word of the language is a name here.
    if (kind !== 'name' && !(kind === 'symbol' && /^\w/.test(text))) {
      throw this.unexpected();
    }
    this.take();
    const member: Expression = { kind: 'index', object, key: { kind: 'literal', value: text, offset }, optional, offset };
    if (!this.isAt('(')) {
      return member;
    }
    this.take();
    this.listUntil(')');
    return { kind: 'method', callee: member, offset };
  }

  private indexed(object: Expression, optional: boolean, offset: number): Expression {
    const from = this.isAt(':') ? undefined : this.expression(0);
    if (from !== undefined && !this.isAt(':')) {
      this.expect(']');
      return { kind: 'index', object, key: from, optional, offset };
    }
    this.expect(':');
    const to = this.isAt(']') ? undefined : this.expression(0);
    this.expect(']');
    return { kind: 'slice', object, from, to, offset };
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
}
