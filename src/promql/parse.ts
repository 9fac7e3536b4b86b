import type { SyntaxNode } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { parsePromqlDuration } from './durations';
import { UNKNOWN_RANGE, withoutPlaceholders } from './placeholders';
import type { Expression, Matcher, Selector } from './syntax';

/** Where a query stops making sense. */
export interface SyntaxProblem {
  readonly message: string;
  /** Counted from 0. */
  readonly offset: number;
}

export interface ParsedQuery {
  readonly expression: Expression;
  /** The first place that is wrong. What else such a query seems to say is not worth reading. */
  readonly problem?: SyntaxProblem;
}

/** Reading is recursive: what nests deeper than anything people write is left unread, so that the stack holds. */
const DEEPEST = 500;
const UNREAD: Expression = { kind: 'unknown', parts: [] };

let grammar: LRParser | undefined;

/** The grammar takes longer to load than most programs that import us take to run, so it waits for the first query. */
function promql(): LRParser {
  // An ESM package with one set of types for both: only `require` and a cast get it into CommonJS.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return grammar ??= (require('@prometheus-io/lezer-promql') as { parser: LRParser }).parser;
}

export function parseQuery(written: string): ParsedQuery {
  const text = withoutPlaceholders(written);
  const tree = promql().parse(text);
  let offset: number | undefined;
  let [depth, deepest] = [0, 0];
  tree.iterate({
    enter: (node) => {
      deepest = Math.max(deepest, ++depth);
      if (node.type.isError && offset === undefined) {
        offset = node.from;
      }
    },
    leave: () => { depth--; },
  });
  if (offset !== undefined) {
    return { expression: UNREAD, problem: problemAt(offset, text) };
  }
  return { expression: deepest > DEEPEST ? UNREAD : read(firstChild(tree.topNode), text) };
}

/** What is wrong where a query stops making sense. */
export function problemAt(offset: number, written: string): SyntaxProblem {
  return { message: explain(withoutPlaceholders(written), offset), offset };
}

function read(node: SyntaxNode | null, text: string): Expression {
  if (node === null) {
    return UNREAD;
  }
  switch (node.name) {
    case 'NumberDurationLiteral':
      return { kind: 'number', value: numberOf(textOf(node, text)) };
    case 'ParenExpr':
    case 'StepInvariantExpr':
    case 'OffsetExpr':
      return read(firstChild(node), text);
    case 'VectorSelector':
      return selector(node, text);
    case 'MatrixSelector':
      return ranged(node, text);
    case 'FunctionCall':
      return {
        kind: 'call',
        name: textOf(firstChild(node), text),
        arguments: argumentsOf(node, text),
      };
    case 'AggregateExpr':
      return {
        kind: 'aggregation',
        name: textOf(firstChild(node), text),
        arguments: argumentsOf(node, text),
        by: grouping(node, 'By', text),
        without: grouping(node, 'Without', text),
      };
    case 'BinaryExpr':
      return binary(node, text);
    case 'SubqueryExpr':
      return { kind: 'subquery', parts: [read(firstChild(node), text)] };
    case 'UnaryExpr':
      return { kind: 'sign', parts: [read(node.lastChild, text)] };
    case 'StringLiteral':
      return { kind: 'text', parts: [] };
    default:
      return UNREAD;
  }
}

function selector(node: SyntaxNode, text: string): Selector {
  const matchers = node.getChild('LabelMatchers');
  const all = matchers === null ? [] : childrenOf(matchers).map((child) => matcher(child, text)).filter((each) => each !== undefined);
  const name = all.find(({ label, operator }) => label === '__name__' && operator === '=')?.value;
  const identifier = node.getChild('Identifier');
  return {
    kind: 'selector',
    metric: identifier === null ? name : textOf(identifier, text),
    matchers: all,
    range: undefined,
    isRange: false,
  };
}

function matcher(node: SyntaxNode, text: string): Matcher | undefined {
  const children = childrenOf(node);
  if (children.length === 1) {
    // A metric name in quotes among the matchers.
    return { label: '__name__', operator: '=', value: unquote(textOf(children[0], text)) };
  }
  const [label, operator, value] = children.map((child) => textOf(child, text));
  return value === undefined ? undefined : { label: unquote(label), operator, value: unquote(value) };
}

function ranged(node: SyntaxNode, text: string): Expression {
  const inner = read(firstChild(node), text);
  const range = textOf(node.getChild('DurationExpr'), text).trim();
  return inner.kind === 'selector'
    ? { ...inner, isRange: true, range: range === UNKNOWN_RANGE ? undefined : parsePromqlDuration(range) }
    : inner;
}

function binary(node: SyntaxNode, text: string): Expression {
  const children = childrenOf(node);
  return {
    kind: 'binary',
    operator: textOf(children[1], text),
    isBool: node.getChild('BoolModifier') !== null,
    left: read(children[0], text),
    right: read(children[children.length - 1], text),
  };
}

function argumentsOf(node: SyntaxNode, text: string): Expression[] {
  const body = node.getChild('FunctionCallBody');
  return body === null ? [] : childrenOf(body).filter((child) => !child.type.isError).map((child) => read(child, text));
}

function grouping(node: SyntaxNode, word: 'By' | 'Without', text: string): string[] | undefined {
  const modifier = node.getChild('AggregateModifier');
  const labels = modifier?.getChild('GroupingLabels') ?? null;
  return modifier === null || modifier.getChild(word) === null || labels === null
    ? undefined
    : labels.getChildren('LabelName').map((label) => textOf(label, text));
}

/** The first child that is not a comment. */
function firstChild(node: SyntaxNode): SyntaxNode | null {
  return childrenOf(node)[0] ?? null;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push(child);
    }
  }
  return children;
}

function textOf(node: SyntaxNode | null | undefined, text: string): string {
  return node === null || node === undefined ? '' : text.slice(node.from, node.to);
}

function numberOf(text: string): number {
  return /^[-+]?inf$/i.test(text) ? Infinity : parsePromqlDuration(text) ?? Number(text.replaceAll('_', ''));
}

function unquote(text: string): string {
  return /^["'`]/.test(text) ? text.slice(1, -1) : text;
}

function explain(text: string, offset: number): string {
  const rest = text.slice(offset);
  const before = text.slice(0, offset).trimEnd();
  const word = /[A-Za-z_:][\w:]*$/.exec(before)?.[0];
  if (rest.trim() === '') {
    return count(text, '(') > count(text, ')') ? 'a closing ) is missing' : 'the query ends too early';
  }
  if (rest.startsWith('(') && word !== undefined) {
    return `there is no function ${word}`;
  }
  const near = rest.trim().split(/\s/)[0].slice(0, 20);
  return `did not expect ${JSON.stringify(near)}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
