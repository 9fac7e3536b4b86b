/** How many pods a basic canary may have too many, and too few. */
export interface FencePosts {
  readonly surge: number;
  readonly unavailable: number;
}

/** A quarter, which is what the controller takes when nothing is said. */
const DEFAULT = '25%';

/**
 * `maxSurge` and `maxUnavailable` of a canary without a router, in pods. Any text is a percentage to the controller, with or
 * without the sign; one that is neither number nor percentage counts as 0. Undefined when a value is not known.
 */
export function fencePosts(replicas: number, maxSurge: unknown = DEFAULT, maxUnavailable: unknown = DEFAULT): FencePosts | undefined {
  const surge = podsOf(maxSurge, replicas, Math.ceil);
  const unavailable = podsOf(maxUnavailable, replicas, Math.floor);
  if (surge === undefined || unavailable === undefined) {
    return undefined;
  }
  // With neither, nothing could ever move.
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : Math.min(unavailable, replicas) };
}

function podsOf(value: unknown, replicas: number, round: (pods: number) => number): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const percent = /^([-+]?\d+)%?$/.exec(value)?.[1];
  return percent === undefined ? 0 : round(Number(percent) * replicas / 100);
}
