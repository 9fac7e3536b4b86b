import { anyText, beginning, cookieExpression } from '../intent/audience';
import type { AudienceIntent } from '../intent/audience';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { TextMatchIntent } from '../intent/step';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Whose requests go to the canary, whatever its share of the traffic is. */
export class Audience {
  /** Requests with a certain header. */
  public static header(name: string): HeaderAudience {
    return new HeaderAudience(name);
  }

  /** Requests with a certain cookie, whichever others they have. */
  public static cookie(name: string): CookieAudience {
    return new CookieAudience(name);
  }

  /** Requests that belong to all of these. Each has to look at a header of its own, and cookies are one header. */
  public static allOf(audiences: Audience[]): Audience {
    const conditions = audiences.flatMap(audience => audience._intent);
    refuse('Audience.allOf', conditions.length > 0 ? undefined : {
      property: 'audiences', message: 'must hold at least one audience, got none', fix: 'begin with Audience.header or Audience.cookie',
    }, ...sameHeader(conditions));
    return new Audience(conditions);
  }

  /** @internal */
  public static _of(header: string, kind: TextMatchIntent['kind'], text: Leaf<string>): Audience {
    return new Audience([{ header, value: { kind, text } }]);
  }

  /** @internal */
  public readonly _intent: AudienceIntent;

  private constructor(intent: AudienceIntent) {
    this._intent = intent;
  }
}

/** A header, of which something has to be said. */
export class HeaderAudience {
  private readonly header: string;

  /** A header by its name, in capitals or not. */
  constructor(name: string) {
    refuse('Audience.header', tokenProblem('name', name, 'write the name of the header, such as x-internal'));
    this.header = name.toLowerCase(); // which is how Istio wants it, and all the same to the others
  }

  /** It is this text. */
  public isExactly(value: string): Audience {
    refuse('Audience.header.isExactly', valueProblem('value', value));
    return Audience._of(this.header, 'exact', value);
  }

  /** It begins with this text. */
  public startsWith(value: string): Audience {
    refuse('Audience.header.startsWith', valueProblem('value', value));
    return Audience._of(this.header, 'regex', beginning(value));
  }

  /**
   * It matches this regular expression. The router reads it: with `^` at its beginning and `$` at its end it means the same to
   * all of them.
   */
  public matches(expression: string): Audience {
    refuse('Audience.header.matches', expressionProblem('expression', expression));
    return Audience._of(this.header, 'regex', expression);
  }

  /** It is there, whatever it says. */
  public isPresent(): Audience {
    return Audience._of(this.header, 'regex', anyText);
  }
}

/** A cookie, of which something has to be said. */
export class CookieAudience {
  private readonly cookie: string;

  /** A cookie by its name, in which capitals count. */
  constructor(name: string) {
    refuse('Audience.cookie', tokenProblem('name', name, 'write the name of the cookie, such as beta'));
    this.cookie = name;
  }

  /** It has this value. */
  public isExactly(value: string): Audience {
    refuse('Audience.cookie.isExactly', /^[^;\s]*$/.test(known(value) ?? '') ? undefined : {
      property: 'value', message: `must have no space and no semicolon, which end a cookie, got ${show(value)}`, fix: 'write it as it is sent',
    });
    return Audience._of('cookie', 'regex', cookieExpression(this.cookie, value));
  }

  /** It is there, whatever its value is. */
  public isPresent(): Audience {
    return Audience._of('cookie', 'regex', cookieExpression(this.cookie));
  }
}

/** Two conditions of one header are alternatives to some routers, and refused by others. */
function sameHeader(conditions: AudienceIntent): readonly Problem[] {
  const names = conditions.map(({ header }) => header);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(name => ({
    property: 'audiences',
    message: `must each look at a header of its own, got ${names.filter(other => other === name).length} that look at ${name}`,
    fix: `say both in one expression: Audience.header(${show(name)}).matches`,
  }));
}

function tokenProblem(property: string, name: string, fix: string): Problem | undefined {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}$/.test(name) ? undefined
    : { property, message: `must be letters, digits and dashes, got ${show(name)}`, fix };
}

/** Space around a value is not part of it, and so nothing could be equal to it. */
function valueProblem(property: string, value: Leaf<string>): Problem | undefined {
  return /^\S([^\r\n]*\S)?$/.test(known(value) ?? 'unknown') ? undefined : {
    property,
    message: `must be one line of text without space around it, got ${show(value)}`,
    fix: value === '' ? 'write the value, or use isPresent()' : 'write it as it is sent',
  };
}

/** Routers differ in what they know; what no language of expressions could mean is told here. */
function expressionProblem(property: string, expression: Leaf<string>): Problem | undefined {
  const text = known(expression) ?? anyText;
  if (text === '') return { property, message: 'must not be empty', fix: 'write the expression, or use isPresent()' };
  try {
    new RegExp(text.replace(/\(\?P?<\w+>/g, '(').replace(/\(\?[a-zA-Z-]+([:)])/g, (_, end) => end === ':' ? '(?:' : ''));
    return undefined;
  } catch {
    return { property, message: `must be a regular expression, got ${show(text)}`, fix: 'escape what is meant literally with a backslash' };
  }
}
