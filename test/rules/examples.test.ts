import { completed } from './completed';
import { readGraph } from '../../src/graph/graph';
import { everyExample } from '../../src/rules/every-example';
import { everyRule } from '../../src/rules/every-rule';
import type { Finding } from '../../src/rules/finding';
import { judge } from '../../src/rules/judge';
import type { Rule } from '../../src/rules/rule';

const examples = [...everyExample.values()];

test.each(examples)('the bad example of $rule breaks that rule and no other', ({ rule, bad }) => {
  expect(findingsOf(bad, rules(rule), true).map(({ rule: id }) => id)).toContain(rule);
  expect(mistakes(findingsOf(bad, everyRule, false)).filter((finding) => finding.rule !== rule)).toEqual([]);
});

test.each(examples)('the good example of $rule breaks none', ({ rule, good }) => {
  expect(findingsOf(good, rules(rule), true)).toEqual([]);
  expect(mistakes(findingsOf(good, everyRule, false))).toEqual([]);
});

test.each(examples)('the examples of $rule are about a rule that there is, and different', ({ rule, bad, good }) => {
  expect(rules(rule)).toHaveLength(1);
  expect(bad).not.toBe(good);
});

function rules(id: string): readonly Rule[] {
  return everyRule.filter((rule) => rule.id === id);
}

/** What could be better is no mistake, and examples are short. */
function mistakes(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.class !== 'advice');
}

/** Whether an object that is named and not there is a mistake is asked of the rule itself only. */
function findingsOf(yaml: string, judges: readonly Rule[], complete: boolean): readonly Finding[] {
  return judge(readGraph(completed(yaml)), { rules: judges, complete });
}
