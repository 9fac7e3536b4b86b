import type { Duration } from 'cdk8s';
import type { Problem } from '../../intent/problem';
import { millisecondsOf, secondsOf } from '../../intent/seconds';
import { formatGoDuration } from '../../manifests/durations';
import { known, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** A duration as routers read it: whole hours, minutes, seconds and milliseconds. */
export function routerTime(duration: Duration | undefined): Leaf<string> | undefined {
  return duration === undefined ? undefined : mapLeaf(secondsOf(duration), formatGoDuration);
}

/** The Gateway API has room for five digits of hours. */
const mostMilliseconds = 99_999 * 3_600_000;

/** A time that a router waits. It counts in milliseconds. */
export function routerTimeProblem(property: string, duration: Duration | undefined): Problem | undefined {
  const milliseconds = duration === undefined ? undefined : known(millisecondsOf(duration));
  return milliseconds === undefined || Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds <= mostMilliseconds ? undefined : {
    property,
    message: `must be whole milliseconds, at least one, got ${milliseconds} ms`,
    fix: milliseconds === 0 ? 'leave it out' : `write Duration.millis(${Math.min(mostMilliseconds, Math.max(1, Math.round(milliseconds)))})`,
  };
}
