/** An expression of Argo's condition language (expr-lang). */
export type Expression =
  /** A whole number is a bigint, as it is another type to the controller. */
  | { readonly kind: 'literal'; readonly value: number | bigint | string | boolean | null; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  /** What a closure looks at: `#`, or something beside it, `#index`. */
  | { readonly kind: 'element'; readonly name: string; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly offset: number }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly offset: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression; readonly offset: number }
  | Binary
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression; readonly offset: number }
  /** `result.a` is `result["a"]`. */
  | { readonly kind: 'index'; readonly object: Expression; readonly key: Expression; readonly optional: boolean; readonly offset: number }
  | { readonly kind: 'slice'; readonly object: Expression; readonly from?: Expression; readonly to?: Expression; readonly offset: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly offset: number }
  | { readonly kind: 'closure'; readonly body: Expression; readonly offset: number }
  | { readonly kind: 'method'; readonly callee: Expression; readonly offset: number }
  | { readonly kind: 'let'; readonly name: string; readonly value: Expression; readonly body: Expression; readonly offset: number }
  | { readonly kind: 'sequence'; readonly items: readonly Expression[]; readonly offset: number }
  /** A placeholder: it may be anything. */
  | { readonly kind: 'opaque'; readonly offset: number };

export interface Binary {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly offset: number;
}

export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
}

/** The expression and everything in it. */
export function* walk(expression: Expression): Iterable<Expression> {
  yield expression;
  for (const part of partsOf(expression)) {
    yield* walk(part);
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
    case 'sequence':
      return expression.items;
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'index':
      return [expression.object, expression.key];
    case 'slice':
      return [expression.object, expression.from, expression.to].filter((part) => part !== undefined);
    case 'call':
      return expression.arguments;
    case 'closure':
      return [expression.body];
    case 'method':
      return [expression.callee];
    case 'let':
      return [expression.value, expression.body];
    default:
      return [];
  }
}
