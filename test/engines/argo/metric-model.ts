/*
 * The rules by which Argo Rollouts 1.10.1 measures a metric, from analysis/analysis.go, utils/evaluate/evaluate.go and
 * utils/analysis: what one answer counts as, the counters, the limits in their order, and when it is asked again.
 * gates-measured.test.ts proves them against what was seen on the running controller.
 */

/** What the metric store says: a list of numbers, or that it cannot. */
export type Answer = readonly number[] | 'error';

export const good: Answer = [100];
export const bad: Answer = [0.5];
export const empty: Answer = [];
export const notANumber: Answer = [NaN];

export type Phase = 'Running' | 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

/** The fields of a metric that decide. */
export interface MetricFields {
  readonly name?: string;
  readonly interval?: string;
  readonly initialDelay?: string;
  readonly count?: number;
  readonly failureLimit?: number;
  readonly inconclusiveLimit?: number;
  readonly consecutiveErrorLimit?: number;
  readonly consecutiveSuccessLimit?: number;
  readonly successCondition?: string;
  readonly failureCondition?: string;
}

/** The controller asks again this long after an error, whatever the interval. */
const errorRetrySeconds = 10;

/** One metric of a run. Times are seconds, from whatever beginning. */
export class MetricModel {
  public phase: Phase = 'Running';
  public measurements = 0;
  private readonly counts = { Successful: 0, Failed: 0, Inconclusive: 0, Error: 0, inARow: 0, errorsInARow: 0 };
  private nextAt: number;

  constructor(readonly metric: MetricFields, startedAt = 0) {
    this.nextAt = startedAt + secondsIn(metric.initialDelay ?? '0s');
  }

  /** Measures if it is time to. */
  public advance(now: number, answer: () => Answer): void {
    if (this.phase !== 'Running' || now < this.nextAt) return;
    const verdict = judge(this.metric, answer());
    this.measurements += 1;
    this.count(verdict);
    this.phase = this.assess();
    this.nextAt = now + (verdict === 'Error' ? errorRetrySeconds : secondsIn(this.metric.interval ?? '0s'));
  }

  private count(verdict: Exclude<Phase, 'Running'>): void {
    const counts = this.counts;
    counts[verdict] += 1;
    counts.errorsInARow = verdict === 'Error' ? counts.errorsInARow + 1 : 0;
    counts.inARow = verdict === 'Successful' ? counts.inARow + 1 : 0;
  }

  /** Of several limits that are passed, the later one in the controller's code decides. */
  private assess(): Phase {
    const { metric, counts } = this;
    const failureLimit = metric.failureLimit ?? 0;
    const wanted = metric.consecutiveSuccessLimit ?? 0;
    if (counts.errorsInARow > (metric.consecutiveErrorLimit ?? 4)) return 'Error';
    if (counts.Inconclusive > (metric.inconclusiveLimit ?? 0)) return 'Inconclusive';
    if (failureLimit >= 0 && counts.Failed > failureLimit) return 'Failed';
    if (wanted > 0 && counts.inARow >= wanted) return 'Successful';
    const counted = counts.Successful + counts.Failed + counts.Inconclusive; // errors are not counted
    if (counted < effectiveCount(metric)) return 'Running';
    if (wanted > 0) return failureLimit >= 0 ? 'Inconclusive' : 'Failed';
    return 'Successful';
  }
}

/** Plays answers one after the other; the last one repeats until the metric ends or `longest` measurements were made. */
export function play(metric: MetricFields, answers: readonly Answer[], longest = 1000): { readonly phase: Phase; readonly measurements: number } {
  const model = new MetricModel(metric);
  for (let now = 0; model.phase === 'Running' && model.measurements < longest; now += 1) {
    model.advance(now, () => answers[Math.min(model.measurements, answers.length - 1)]);
  }
  return { phase: model.phase, measurements: model.measurements };
}

function effectiveCount(metric: MetricFields): number {
  if (metric.count) return metric.count;
  return metric.interval === undefined ? 1 : Infinity;
}

function judge(metric: MetricFields, answer: Answer): Exclude<Phase, 'Running'> {
  if (answer === 'error') return 'Error';
  const { successCondition, failureCondition } = metric;
  try {
    const failed = failureCondition !== undefined && isTrue(failureCondition, answer);
    const succeeded = successCondition !== undefined && isTrue(successCondition, answer);
    if (failed) return 'Failed'; // wins over success
    if (succeeded || successCondition === undefined) return 'Successful';
    return failureCondition === undefined ? 'Failed' : 'Inconclusive';
  } catch {
    return 'Error';
  }
}

/** Exactly the grammar that our conditions use: anything else is a mistake in the test or in the engine. */
export function isTrue(condition: string, result: readonly number[]): boolean {
  return condition.split(' || ').some(side => side.split(' && ').every(part => isPartTrue(part, result)));
}

function isPartTrue(part: string, result: readonly number[]): boolean {
  const [, left, operator, right] = /^(len\(result\)|result\[0\]) (>=|<=|>|<|==) (-?[\d.]+(?:e[-+]?\d+)?)$/.exec(part) ?? [];
  if (left === undefined) {
    if (part !== 'isNaN(result[0])' && part !== '!isNaN(result[0])') throw new SyntaxError(`not a condition of ours: ${part}`);
    return Number.isNaN(first(result)) === !part.startsWith('!');
  }
  const value = left.startsWith('len') ? result.length : first(result);
  switch (operator) {
    case '>=': return value >= Number(right);
    case '<=': return value <= Number(right);
    case '>': return value > Number(right);
    case '<': return value < Number(right);
    default: return value === Number(right);
  }
}

/** In the controller's language an index beyond the end is an error, which makes the measurement one. */
function first(result: readonly number[]): number {
  if (result.length === 0) throw new RangeError('index out of range');
  return result[0];
}

/** Seconds in a duration as Go writes it, such as `1h30m`. */
export function secondsIn(duration: string): number {
  const units: Record<string, number> = { h: 3600, m: 60, s: 1 };
  const parts = [...duration.matchAll(/(\d+)([hms])/g)];
  if (parts.map(([text]) => text).join('') !== duration) throw new SyntaxError(`not a duration: ${duration}`);
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit], 0);
}
