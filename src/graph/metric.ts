import type { ArgumentSet } from './argument';
import type { Field } from './field';

/** One metric of an analysis template. */
export class Metric {
  readonly name: string | undefined;
  /** The one provider it names; undefined when that is not one. */
  readonly provider: string | undefined;
  /** The Prometheus query, when that is what it asks. */
  readonly queryText: string | undefined;
  readonly successCondition: Field;
  readonly failureCondition: Field;
  /** The conditions it has: none, one or both. */
  readonly conditions: readonly Field[];
  /** Whether it is measured again and again. */
  readonly isRepeated: boolean;

  constructor(readonly field: Field) {
    const provider = field.at('provider');
    const providers = provider.keys().filter((key) => provider.has(key));
    this.name = field.textAt('name');
    this.provider = providers.length === 1 ? providers[0] : undefined;
    this.queryText = provider.at('prometheus').textAt('query');
    this.successCondition = field.at('successCondition');
    this.failureCondition = field.at('failureCondition');
    this.conditions = [this.successCondition, this.failureCondition].filter((each) => each.exists && each.text !== '');
    this.isRepeated = field.has('interval') && field.textAt('interval') !== '';
  }

  /** Where the query is written. */
  get query(): Field {
    return this.field.at('provider', 'prometheus', 'query');
  }

  /**
   * A count or a limit as the controller reads it: a whole number, or a text with one in it (any other text is 0 to it).
   * Undefined when it is not known; `absent` when nothing is written.
   */
  limit(key: string, absent: number, given: ArgumentSet): number | undefined {
    const value = this.field.valueAt(key);
    if (value === undefined || value === null) {
      return absent;
    }
    if (typeof value !== 'string') {
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
    }
    const text = given.fill(value);
    if (text.includes('{{')) {
      return undefined;
    }
    return /^[-+]?\d+$/.test(text) ? Number(text) : 0;
  }

  /** How often it is measured; Infinity when nothing but a limit or the end of the rollout stops it. */
  count(given: ArgumentSet): number | undefined {
    const count = this.limit('count', 0, given);
    return count === 0 ? (this.isRepeated ? Infinity : 1) : count;
  }
}
