import type { ArgumentSet } from './argument';
import { readCondition } from '../expressions/condition';
import type { Condition } from '../expressions/condition';
import type { Query } from '../promql/query';
import { hasPlaceholdersInQuotesOnly, QueryReader } from '../promql/query-reader';

/** Queries and conditions repeat from rollout to rollout: each text is parsed once a run. */
export class Parses {
  private readonly reader = new QueryReader();
  private readonly queries = new Map<string, Query>();
  private readonly filledQueries = new Map<string, Query>();
  private readonly shared = new Map<string, boolean>();
  private readonly conditions = new Map<string, Condition>();

  /**
   * A query whose placeholders all stand in quotes is read as it is written, once for all rollouts that share it; its
   * matchers then hold the placeholders. Elsewhere an argument may be anything, so the query is read with the values in it.
   */
  query(written: string, given: ArgumentSet): Query {
    const isShared = remember(this.shared, written, hasPlaceholdersInQuotesOnly);
    return isShared
      ? remember(this.queries, written, (text) => this.reader.readAsWritten(text))
      : remember(this.filledQueries, given.fill(written), (text) => this.reader.read(text));
  }

  condition(text: string): Condition {
    return remember(this.conditions, text, readCondition);
  }
}

function remember<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  let value = known.get(text);
  if (value === undefined) {
    value = read(text);
    known.set(text, value);
  }
  return value;
}
