/** An expression of Argo's condition language (expr-lang), as far as conditions use it. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly offset: number }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression; readonly offset: number }
  | Binary
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression; readonly offset: number }
  | { readonly kind: 'index'; readonly object: Expression; readonly key: Expression; readonly offset: number }
  | { readonly kind: 'slice'; readonly object: Expression; readonly offset: number }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string; readonly offset: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly offset: number }
  /** What is not looked into: closures, maps, placeholders. */
  | { readonly kind: 'opaque'; readonly offset: number };

export interface Binary {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly offset: number;
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
      return expression.items;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'index':
      return [expression.object, expression.key];
    case 'slice':
    case 'member':
      return [expression.object];
    case 'call':
      return expression.arguments;
    default:
      return [];
  }
}
