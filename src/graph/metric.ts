import type { ArgumentSet } from './argument';
import type { Field } from './field';

/** One metric of an analysis template. */
export class Metric {
  readonly name: string | undefined;
  readonly successCondition: Field;
  readonly failureCondition: Field;
  /** The conditions it has: none, one or both. */
  readonly conditions: readonly Field[];
  /** The providers it names: one, when it is right. */
  readonly providers: readonly string[];
  /** The Prometheus query, when that is what it asks. */
  readonly query: Field;

  constructor(readonly field: Field) {
    const provider = field.at('provider');
    this.name = field.at('name').text;
    this.successCondition = field.at('successCondition');
    this.failureCondition = field.at('failureCondition');
    this.conditions = [this.successCondition, this.failureCondition].filter((each) => each.exists && each.text !== '');
    this.providers = provider.entries().filter(([, each]) => each.exists).map(([name]) => name);
    this.query = provider.at('prometheus', 'query');
  }

  get provider(): string | undefined {
    return this.providers.length === 1 ? this.providers[0] : undefined;
  }

  /** Whether it is measured again and again. */
  get isRepeated(): boolean {
    const interval = this.field.at('interval');
    return interval.exists && interval.text !== '';
  }

  /**
   * A count or a limit as the controller reads it: a whole number, or a text with one in it (any other text is 0 to it).
   * Undefined when it is not known; `absent` when nothing is written.
   */
  limit(key: string, absent: number, given: ArgumentSet): number | undefined {
    if (!this.field.has(key)) {
      return absent;
    }
    const field = this.field.at(key);
    if (field.text === undefined) {
      return Number.isSafeInteger(field.number) ? field.number : undefined;
    }
    const text = given.fill(field.text);
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
