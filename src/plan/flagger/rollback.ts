import { allToPrimary, routesSet } from './routes';
import { begunAnew } from './state';
import type { RunState } from './state';
import type { Outcome, Tick } from './tick';

/** Everybody goes back to the primary, and the canary is scaled to zero. */
export function rollBack(tick: Tick, state: RunState, by: 'threshold' | 'hook' | 'deadline'): Outcome {
  const routes = routesSet(tick.settings, allToPrimary);
  if (routes === undefined) {
    return { state, what: 'routes refused' };
  }
  tick.passes('post-rollout', 'Failed');
  return { state: begunAnew({ ...state, routes }, 'Failed'), what: `rolled back by ${by}` };
}
