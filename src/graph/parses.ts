import { readCondition } from '../expressions/condition';
import type { Condition } from '../expressions/condition';
import type { Query } from '../promql/query';
import { QueryReader } from '../promql/query-reader';

/** Queries and conditions repeat from rollout to rollout: each text is parsed once a run. */
export class Parses {
  private readonly reader = new QueryReader();
  private readonly queries = new Map<string, Query>();
  private readonly conditions = new Map<string, Condition>();

  query(text: string): Query {
    return remember(this.queries, text, (each) => this.reader.read(each));
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
