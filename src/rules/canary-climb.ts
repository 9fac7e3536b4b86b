import type { CanaryNode } from '../graph/canary';

/** All of the traffic. */
export const ALL = 100;

/** Where weights lead. */
interface Climb {
  /** What the canary has at the end. */
  readonly last: number;
  /** Where Flagger goes no further: the place of the weight that it would have to come to. */
  readonly stuckAt?: number;
}

/** The way through `stepWeights`, as the scheduler goes it. */
export function climbOf(weights: readonly number[]): Climb {
  const most = Math.min(ALL, weights[weights.length - 1] ?? 0);
  let last = 0;
  // a weight that is above the one before it never comes back
  for (let round = 0; round <= weights.length; round++) {
    const at = last === 0 ? -1 : weights.slice(0, -1).indexOf(last);
    const further = last === ALL ? 1 : Math.min(ALL - last, last === 0 || at >= 0 ? weights[at + 1] - last : ALL - last);
    if (further <= 0) {
      return { last, stuckAt: at + 1 };
    }
    if (last >= most) {
      break;
    }
    last = Math.min(ALL, last + further);
  }
  return { last };
}

/** Where equal steps end. */
export function lastOf(step: number, most: number): number {
  return Math.min(ALL, Math.ceil(most / step) * step);
}

/** What the canary has when it is promoted; undefined where that is not known, or never comes. */
export function lastWeight({ course, analysis }: CanaryNode): number | undefined {
  if (course !== 'weights') {
    return course === undefined ? undefined : ALL;
  }
  const [list, step, most] = ['stepWeights', 'stepWeight', 'maxWeight'].map((key) => analysis.at(key));
  if (analysis.has('stepWeights')) {
    const weights = list.items().flatMap(({ number }) => number ?? []);
    return weights.length === 0 || weights.length < list.items().length ? undefined : climbOf(weights).last;
  }
  return step.number === undefined || step.number <= 0 || most.isUnknown ? undefined
    : lastOf(step.number, most.number !== undefined && most.number > 0 ? most.number : ALL);
}
