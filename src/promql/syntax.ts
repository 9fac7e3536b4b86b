/** A PromQL expression, as far as questions are asked of it. */
export type Expression =
  | NumberLiteral
  | Selector
  | Call
  | Aggregation
  | BinaryOperation
  | Other;

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
}

/** `label="value"`, or another of the operators `!=`, `=~`, `!~`. */
export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

export interface Selector {
  readonly kind: 'selector';
  /** Undefined when only labels say what is meant. */
  readonly metric: string | undefined;
  readonly matchers: readonly Matcher[];
  /** Seconds of `[5m]`; undefined when it has none, or one that is not known. */
  readonly range: number | undefined;
  readonly isRange: boolean;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface Aggregation {
  readonly kind: 'aggregation';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly by: readonly string[] | undefined;
  readonly without: readonly string[] | undefined;
}

export interface BinaryOperation {
  readonly kind: 'binary';
  readonly operator: string;
  readonly isBool: boolean;
  readonly left: Expression;
  readonly right: Expression;
}

/** Anything else: subqueries, text, what could not be parsed. */
export interface Other {
  readonly kind: 'subquery' | 'text' | 'sign' | 'unknown';
  readonly parts: readonly Expression[];
}

/** The expression and everything in it, from the outside in. */
export function* walk(expression: Expression): Iterable<Expression> {
  yield expression;
  for (const part of partsOf(expression)) {
    yield* walk(part);
  }
}

/** What stands right in it. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'selector':
      return [];
    case 'call':
    case 'aggregation':
      return expression.arguments;
    case 'binary':
      return [expression.left, expression.right];
    default:
      return expression.parts;
  }
}
