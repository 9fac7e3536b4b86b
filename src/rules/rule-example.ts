import type { Reference } from './evidence/reference';

/**
 * What a rule is about, told by two texts of YAML. Each is an object, or several, of which only what matters is written: the rest
 * is as it has to be. The rule has something to say of the bad one, and no rule has anything to say of the good one.
 */
export interface RuleExample {
  /** The id of the rule. */
  readonly rule: string;
  readonly bad: string;
  readonly good: string;
  /** How it is known, besides by the checks of upstream that the rule answers. */
  readonly known?: readonly Reference[];
}
