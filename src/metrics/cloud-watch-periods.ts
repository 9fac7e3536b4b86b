import { defaultWindowSeconds } from './window';
import type { OwnQuestion } from '../intent/metric-source';
import type { Problem } from '../intent/problem';
import { formatGoDuration } from '../manifests/durations';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** What there is to know of an input here. */
interface Input {
  readonly id: string;
  readonly metric?: { readonly periodSeconds?: Leaf<number> };
}

/** Periods below a minute that CloudWatch takes, in seconds. */
const shortPeriods = [1, 5, 10, 20, 30];

/** A time over which CloudWatch gives one number. */
export function periodProblem(property: string, period: Leaf<number> | undefined): Problem | undefined {
  const seconds = known(period);
  if (seconds === undefined || shortPeriods.includes(seconds) || (seconds > 0 && seconds % 60 === 0)) return undefined;
  return {
    property,
    message: `must be whole minutes, or 1, 5, 10, 20 or 30 seconds, which is what CloudWatch counts in, got ${seconds} s`,
    fix: `write Duration.minutes(${Math.max(1, Math.round(seconds / 60))})`,
  };
}

/** The window of a question is the period of whatever names none, and has room for the others. */
export function windowProblems({ windowSeconds = defaultWindowSeconds }: OwnQuestion, inputs: readonly Input[]): readonly (Problem | undefined)[] {
  const isPeriod = inputs.length === 0 || inputs.some(({ metric }) => metric !== undefined && metric.periodSeconds === undefined);
  const window = known(windowSeconds);
  const longer = inputs.find(({ metric }) => window !== undefined && (known(metric?.periodSeconds) ?? 0) > window);
  return [
    isPeriod ? periodProblem('window', windowSeconds) : undefined,
    window === undefined || longer === undefined ? undefined : {
      property: 'window',
      message: `must be at least the period ${formatGoDuration(known(longer.metric?.periodSeconds) ?? 0)} of the input ${longer.id}, got ${formatGoDuration(window)}`,
      fix: 'widen the window, or shorten the period',
    },
  ];
}
