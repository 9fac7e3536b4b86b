import * as catalogue from './examples/catalogue';
import type { RuleExample } from './rule-example';

/** The example of each rule, by its id. Only who shows them loads them: no rule needs them. */
export const everyExample: ReadonlyMap<string, RuleExample> = new Map(Object.values(catalogue).map((example) => [example.rule, example]));
