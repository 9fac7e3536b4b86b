import type { MeasuredQuestion } from '../../intent/analysis';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import type { ThresholdRange } from '../../manifests/flagger.generated';
import { isOpaque } from '../../manifests/leaf';

/** The range of good answers, unless nobody can say it. */
export interface GoodAnswers {
  readonly range?: ThresholdRange;
  readonly problems: readonly Problem[];
}

type Verbatim = Extract<MeasuredQuestion, { readonly kind: 'verbatim' }>;

/** Whether there is an answer at all; Flagger asks that by itself. */
const guards = /^!?\s*(len\(result\)\s*(>|>=|==|!=)\s*\d+|is(NaN|Inf|Nil)\(.*\)|result\s*!=\s*nil)$/;
const comparison = /^(?:result(?:\[0\])?|default\(result(?:\[0\])?,[^()]*\)|asFloat\(result(?:\[0\])?\))\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$/;

/** Conditions in the language of Argo Rollouts as the range that Flagger compares an answer with, where they say no more than that. */
export function rangeOf({ success, failure }: Verbatim, property: string): GoodAnswers {
  if (isOpaque(success) || isOpaque(failure)) return { problems: [unreadable(property, 'one that is not known yet')] };
  const read = success === undefined ? bounds(negated(failure ?? '')) : bounds(success);
  if (read === undefined) return { problems: [unreadable(property, show(success ?? failure))] };
  const { strict, ...range } = read;
  return {
    range,
    problems: !strict ? [] : [{
      property, message: `takes the bound itself for good, got ${show(success ?? failure)}: Flagger compares with a range that has its ends in it`, fix: 'move the bound a little', class: 'advice',
    }],
  };
}

function bounds(condition: string): { min?: number; max?: number; strict: boolean } | undefined {
  const found: { min?: number; max?: number; strict: boolean } = { strict: false };
  for (const clause of condition.split('&&').map(each => each.trim())) {
    const [, operator, number] = comparison.exec(clause) ?? [];
    if (operator === undefined) {
      if (guards.test(clause)) continue;
      return undefined;
    }
    found[operator.startsWith('>') ? 'min' : 'max'] = Number(number);
    found.strict ||= operator.length === 1;
  }
  return found.min === undefined && found.max === undefined ? undefined : found;
}

const opposite: Readonly<Record<string, string>> = { '>=': '<', '<': '>=', '<=': '>', '>': '<=' };

/** What is good where only what is bad was said. */
function negated(failure: string): string {
  return failure.split('||').map(clause => clause.trim().replace(/(>=|<=|>|<)(?=[^<>=]*$)/, operator => opposite[operator])).join(' && ');
}

function unreadable(property: string, got: string): Problem {
  return {
    property,
    message: `must say no more than between which numbers an answer is good, since Flagger compares it with a range, got ${got}`,
    fix: 'ask it with Analysis.custom({ query, atLeast }) or atMost',
  };
}
