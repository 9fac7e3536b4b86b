/** How many pods a basic canary may have too many, and too few. */
export interface FencePosts {
  readonly surge: number;
  readonly unavailable: number;
}

/** A quarter, which is what the controller takes when nothing is said. */
const DEFAULT = '25%';

/**
 * `maxSurge` and `maxUnavailable` of a canary without a router, in pods. Any text is a percentage to the controller, with or
 * without the sign. Undefined when a value is not known.
 */
export function fencePosts(replicas: number, maxSurge: unknown = DEFAULT, maxUnavailable: unknown = DEFAULT): FencePosts | undefined {
  const surge = podsOf(maxSurge, replicas, Math.ceil);
  const unavailable = podsOf(maxUnavailable, replicas, Math.floor);
  if (surge === undefined || unavailable === undefined) {
    return undefined;
  }
  // A text that is neither number nor percentage makes the controller forget the other as well, and nothing ever moves.
  if (Number.isNaN(surge + unavailable)) {
    return { surge: 0, unavailable: 0 };
  }
  // With neither, nothing could ever move.
  return { surge, unavailable: Math.min(surge === 0 && unavailable === 0 ? 1 : unavailable, replicas) };
}

function podsOf(value: unknown, replicas: number, round: (pods: number) => number): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const percent = value.replaceAll('%', '');
  return /^[-+]?\d+$/.test(percent) ? round(Number(percent) * replicas / 100) : NaN;
}
