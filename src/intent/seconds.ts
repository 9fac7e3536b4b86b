import type { Duration } from 'cdk8s';
import type { Opaque } from '../manifests/leaf';

/** Intents count in seconds; a duration below one keeps its fraction, so that the checks can refuse it. */
export function secondsOf(duration: Duration): number {
  return inUnit(duration, 1000);
}

export function secondsOfOptional(duration: Duration | undefined): number | undefined {
  return duration === undefined ? undefined : secondsOf(duration);
}

export function millisecondsOf(duration: Duration): number {
  return inUnit(duration, 1);
}

/** What stands for a duration of cdk8s where there is no cdk8s; nothing but its length is ever asked for. */
export function durationOfSeconds(seconds: number): Duration {
  return { toMilliseconds: () => Math.round(seconds * 1000) } as unknown as Duration;
}

/** A duration that is not known yet becomes a number that is not: where that is no leaf, whoever counts with it is told so. */
function inUnit(duration: Duration, milliseconds: number): number {
  const count = (known: Duration) => known.toMilliseconds({ integral: false }) / milliseconds;
  const { apply } = duration as Partial<Opaque>;
  return apply === undefined ? count(duration) : apply(count) as unknown as number;
}
