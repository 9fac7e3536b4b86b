import { heldBeforePromotion, promote } from './promotion';
import { allToCanary, allToPrimary, routesSet } from './routes';
import type { Routes } from './routes';
import type { RunState } from './state';
import type { Outcome, Tick } from './tick';

/** An A/B test: whoever matches is with the canary from the first iteration on. */
export function advanceAbTest(tick: Tick, state: RunState): Outcome {
  if (state.iterations >= tick.settings.iterations) {
    return promote(tick, state);
  }
  const routes = routesSet(tick.settings, allToCanary);
  return routes === undefined
    ? { state, what: 'routes refused' }
    : { state: { ...state, routes, iterations: state.iterations + 1 }, what: 'iterated' };
}

/** Blue-green: judged without visitors, then with all of them for one tick more. The gate is asked before each of both. */
export function advanceBlueGreen(tick: Tick, state: RunState, read: Routes): Outcome {
  const { settings } = tick;
  if (state.iterations < settings.iterations) {
    const toMirror = settings.mirror && !read.mirrored ? routesSet(settings, { ...allToPrimary, mirrored: true }) : undefined;
    return { state: { ...state, routes: toMirror ?? state.routes, iterations: state.iterations + 1 }, what: 'iterated' };
  }
  if (state.iterations > settings.iterations) {
    return promote(tick, state);
  }
  const held = heldBeforePromotion(tick, state);
  if (held !== undefined) {
    return held;
  }
  const routes = routesSet(settings, allToCanary);
  return routes === undefined
    ? { state, what: 'routes refused' }
    : { state: { ...state, routes, iterations: state.iterations + 1 }, what: 'routed to canary' };
}
