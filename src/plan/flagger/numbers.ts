import type { RunSettings } from './run-settings';
import { isJudged, terminates } from './terminates';

/** At which tick a version succeeds that nobody objects to and that is ready at once; undefined where it never does. */
export function ticksToSucceed(settings: RunSettings): number | undefined {
  const termination = terminates(settings);
  return termination.ends ? termination.succeedsAtTick : undefined;
}

/**
 * For how long a bad version has its visitors, from when it gets the first or turns bad until it is rolled back, at worst:
 * it turns bad right after a check, then fails as often as is tolerated, and is taken back one tick later. What was bad in the run
 * before that only shortens it; ticks that wait for pods are not counted. Undefined where nothing judges it. After the last check
 * nothing takes it back.
 */
export function detectionSeconds(settings: RunSettings): number | undefined {
  return isJudged(settings) ? (settings.threshold + 1) * settings.intervalSeconds : undefined;
}
