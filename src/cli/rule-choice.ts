import { didYouMean } from './arguments';
import type { Arguments } from './arguments';
import { UsageError } from './io';
import { everyDescription } from '../rules/every-description';
import type { Finding, FindingClass } from '../rules/finding';

export const findingClasses: readonly FindingClass[] = ['refused', 'broken', 'risky', 'advice'];

/** Which rules are asked, and which of their answers are told. */
export interface RuleChoice {
  asks(rule: string): boolean;
  tells(finding: Finding): boolean;
}

/** What `--rule`, `--ignore` and `--class` say. That a file cannot be read is told unless it is ignored by name. */
export function readRuleChoice(command: string, args: Arguments): RuleChoice {
  const rules = named(command, 'rule', args);
  const ignored = named(command, 'ignore', args);
  const classes = args.values('class');
  const asks = (rule: string) => (rules.length === 0 || rules.includes(rule) || rule === 'readable') && !ignored.includes(rule);
  return {
    asks,
    tells: (finding) => asks(finding.rule) && (classes.length === 0 || classes.includes(finding.class) || finding.rule === 'readable'),
  };
}

function named(command: string, option: string, args: Arguments): readonly string[] {
  return args.values(option).map((id) => checkRule(`${command}: --${option}`, id));
}

/** The id itself, if there is such a rule. */
export function checkRule(place: string, id: string): string {
  const ids = everyDescription.map((rule) => rule.id);
  if (!ids.includes(id)) {
    throw new UsageError(`${place}: there is no rule ${id}${didYouMean(id, ids) || '; see rolloutkit rules'}`);
  }
  return id;
}
