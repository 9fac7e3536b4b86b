import { outcomeFrom, outcomeOf } from '../expressions/measurement';
import type { Outcome } from '../expressions/measurement';
import type { MetricInUse } from '../graph/metric-in-use';

/** What a measurement comes to. */
export function outcome(item: MetricInUse, result: unknown): Outcome {
  return isKnown(item) ? outcomeOf(item.successCondition, item.failureCondition, result) : 'unknown';
}

/** What it comes to when Prometheus has nothing to answer; `unknown` when the query always answers something. */
export function outcomeWithoutData(item: MetricInUse): Outcome {
  const { query, successCondition, failureCondition } = item;
  return query === undefined || query.isNeverEmpty || query.resultKind !== 'vector' || !isKnown(item)
    ? 'unknown'
    : outcomeFrom(successCondition?.withoutData, failureCondition?.withoutData);
}

/** What it comes to when nothing is divided by nothing; `unknown` when the query divides nothing. */
export function outcomeOfNaN(item: MetricInUse): Outcome {
  const { query, successCondition, failureCondition } = item;
  if (query === undefined || !query.canBeNaN || !isKnown(item)) {
    return 'unknown';
  }
  return query.resultKind === 'scalar' ? outcome(item, NaN) : outcomeFrom(successCondition?.withNaN, failureCondition?.withNaN);
}

/** Whether every condition it has is a text. */
function isKnown({ metric }: MetricInUse): boolean {
  return ['successCondition', 'failureCondition'].every((key) => !metric.field.has(key) || metric.field.textAt(key) !== undefined);
}
