import type { Duration } from 'cdk8s';

/** Intents count in seconds; a duration below one keeps its fraction, so that the checks can refuse it. */
export function secondsOf(duration: Duration): number {
  return duration.toMilliseconds({ integral: false }) / 1000;
}

export function secondsOfOptional(duration: Duration | undefined): number | undefined {
  return duration === undefined ? undefined : secondsOf(duration);
}
