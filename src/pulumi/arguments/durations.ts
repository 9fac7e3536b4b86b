import { shown } from './shown';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { durationOfSeconds } from '../../intent/seconds';
import { parseGoDuration } from '../../manifests/durations';

/** A duration as it is written, `1h30m`. */
export function durationOf(text: string): ReturnType<typeof durationOfSeconds> | undefined {
  const days = /^(\d+)d$/.exec(text);
  const seconds = days === null ? parseGoDuration(text) : Number(days[1]) * 86_400;
  return seconds === undefined ? undefined : durationOfSeconds(seconds);
}

export function durationProblem(property: string, value: unknown): Problem {
  return { property, message: `must be a duration such as 90s, 5m or 1h30m, got ${shown(value)}`, fix: typeof value === 'number' ? `write ${show(`${value}s`)}` : 'write "5m"' };
}
