import { outcomeOf } from '../expressions/measurement';
import type { Outcome } from '../expressions/measurement';
import type { MetricInUse } from '../graph/metric-in-use';

/** What a measurement comes to. */
export function outcome(item: MetricInUse, result: unknown): Outcome {
  const { metric, successCondition, failureCondition } = item;
  const isKnown = [metric.successCondition, metric.failureCondition].every((field) => !field.exists || field.text !== undefined);
  return isKnown ? outcomeOf(successCondition, failureCondition, result) : 'unknown';
}

/** What it comes to when Prometheus has nothing to answer; `unknown` when the query always answers something. */
export function outcomeWithoutData(item: MetricInUse): Outcome {
  const { query } = item;
  return query === undefined || query.isNeverEmpty || query.resultKind !== 'vector' ? 'unknown' : outcome(item, []);
}

/** What it comes to when nothing is divided by nothing; `unknown` when the query divides nothing. */
export function outcomeOfNaN(item: MetricInUse): Outcome {
  const { query } = item;
  return query === undefined || !query.canBeNaN ? 'unknown' : outcome(item, query.resultKind === 'scalar' ? NaN : [NaN]);
}
