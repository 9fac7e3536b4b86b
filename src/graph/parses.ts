import { holesIn } from './argument';
import type { ArgumentSet, Hole } from './argument';
import { readCondition } from '../expressions/condition';
import type { Condition } from '../expressions/condition';
import type { Query } from '../promql/query';
import { hasPlaceholdersInQuotesOnly, QueryReader } from '../promql/query-reader';

/** Queries and conditions repeat from rollout to rollout: each text is parsed once a run. */
export class Parses {
  private readonly reader = new QueryReader();
  /** Null for one that is read with its values in it only. */
  private readonly queries = new Map<string, Query | null>();
  private readonly filledQueries = new Map<string, Query>();
  private readonly conditions = new Map<string, Condition>();
  private readonly holesRead = new Map<string, readonly Hole[]>();

  /**
   * A query whose placeholders all stand in quotes is read as it is written, once for all rollouts that share it; its
   * matchers then hold the placeholders. Elsewhere an argument may be anything, so the query is read with the values in it.
   */
  query(written: string, given: ArgumentSet): Query {
    return remember(this.queries, written, (text) => hasPlaceholdersInQuotesOnly(text) ? this.reader.readAsWritten(text) : null)
      ?? remember(this.filledQueries, given.fill(written), (text) => this.reader.read(text));
  }

  condition(text: string): Condition {
    return remember(this.conditions, text, readCondition);
  }

  /** The different placeholders of a text. */
  holes(text: string): readonly Hole[] {
    return remember(this.holesRead, text, holesIn);
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
