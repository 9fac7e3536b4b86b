import { ORDERING } from './operators';
import { walk } from './syntax';
import type { Expression } from './syntax';
import { tokenize } from './tokens';
import type { ConditionProblem, Token } from './tokens';

/*
 * Argo Rollouts 1.9 reads conditions with antonmedv/expr 1.15, and 1.10 with expr-lang/expr 1.17. What the former cannot compile was
 * found by compiling everything that `functions` and the parser know with both.
 */

const functions = new Set('bitand bitor bitxor bitnand bitshl bitshr bitushr bitnot reverse uniq flatten concat timezone'.split(' '));

/** Functions that take more, or fewer, or other arguments since. */
const arguments_: Readonly<Record<string, (given: readonly Expression[]) => boolean>> = {
  count: given => given.length === 1,
  sum: given => given.length === 2,
  sortBy: given => given.some(each => each.kind === 'closure' && each.body.kind !== 'literal'),
  now: given => given.length > 0,
  min: given => given.length === 1 || given.some(({ kind }) => kind === 'list'),
  max: given => given.length === 1 || given.some(({ kind }) => kind === 'list'),
  mean: given => given.length > 1,
  median: given => given.length > 1,
};

/** What only the newer of the two languages can read, each with its place. */
export function newerForms(text: string, expression: Expression): readonly ConditionProblem[] {
  return [...newerWords(tokenize(text)), ...newerCalls(expression)].sort((a, b) => a.offset - b.offset);
}

function newerWords(tokens: readonly Token[]): readonly ConditionProblem[] {
  return tokens.flatMap(({ kind, text, offset }, index) => {
    const isMember = ['.', '?.'].includes(tokens[index - 1]?.text);
    if (kind === 'symbol' && text === 'if' && !isMember) return [{ message: 'if', offset }];
    if (kind === 'symbol' && text === '::') return [{ message: '::', offset }];
    if (kind === 'symbol' && text === '?.' && tokens[index + 1]?.text === '[') return [{ message: '?.[', offset }];
    if (kind === 'text' && text.startsWith('`')) return [{ message: 'a text in backticks', offset }];
    return kind === 'number' && /^0[bBoO]/.test(text) ? [{ message: `the number ${text}`, offset }] : [];
  });
}

function newerCalls(expression: Expression): readonly ConditionProblem[] {
  return [...walk(expression)].flatMap((each): ConditionProblem[] => {
    const { offset } = each;
    switch (each.kind) {
      case 'call': {
        const isNewer = functions.has(each.name) || (Object.hasOwn(arguments_, each.name) && arguments_[each.name](each.arguments));
        return isNewer ? [{ message: functions.has(each.name) ? each.name : `${each.name} with such arguments`, offset }] : [];
      }
      case 'sequence': return [{ message: 'several expressions', offset }];
      case 'slice': return each.object.kind === 'literal' ? [{ message: 'a part of a text', offset }] : [];
      case 'binary': return isChain(each.left, each.right) ? [{ message: 'two comparisons in a row', offset }] : [];
      default: return [];
    }
  });
}

/** Of `0 < x < 1` the parser makes two comparisons that share what is in the middle. */
function isChain(left: Expression, right: Expression): boolean {
  return left.kind === 'binary' && right.kind === 'binary' && ORDERING.includes(left.operator) && left.right === firstOf(right);
}

function firstOf(expression: Expression): Expression {
  return expression.kind === 'binary' && expression.operator === 'and' ? firstOf(expression.left) : expression.kind === 'binary' ? expression.left : expression;
}
