import type { Condition } from './condition';
import type { Verdict } from './evaluate';

/** What one measurement comes to. */
export type Outcome = 'successful' | 'failed' | 'inconclusive' | 'error' | 'unknown';

/** The controller's own table: a failure wins over a success, and without one of them it is the opposite of the other. */
export function outcomeOf(success: Condition | undefined, failure: Condition | undefined, result: unknown): Outcome {
  return outcomeFrom(success?.evaluate(result), failure?.evaluate(result));
}

/** The same, from what the conditions came to; undefined is one that is not there. */
export function outcomeFrom(succeeds: Verdict | undefined, fails: Verdict | undefined): Outcome {
  if (succeeds === 'error' || fails === 'error') {
    return 'error';
  }
  if (succeeds === 'unknown' || fails === 'unknown') {
    return 'unknown';
  }
  if (fails ?? succeeds === false) {
    return 'failed';
  }
  return succeeds ?? true ? 'successful' : 'inconclusive';
}
