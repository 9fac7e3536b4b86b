import { allToCanary, allToPrimary, routesSet } from './routes';
import type { Routes } from './routes';
import { begunAnew, inPhase, oneBeforeTheLast } from './state';
import type { RunState } from './state';
import type { Outcome, Tick } from './tick';

/** Copies the template to the primary, if nobody objects. */
export function promote(tick: Tick, state: RunState): Outcome {
  return heldBeforePromotion(tick, state) ?? { state: inPhase(tick.settings, state, 'Promoting'), what: 'promoted' };
}

/** What becomes of a run whose promotion is not confirmed; undefined where it is. */
export function heldBeforePromotion(tick: Tick, state: RunState): Outcome | undefined {
  if (tick.passes('confirm-promotion', 'Progressing')) {
    return undefined;
  }
  const what = 'held by confirm-promotion';
  if (state.phase === 'WaitingPromotion') {
    return { state: { ...state, iterations: oneBeforeTheLast(tick.settings) }, what };
  }
  tick.tell();
  return { state: inPhase(tick.settings, state, 'WaitingPromotion'), what };
}

/** Gives the traffic back to the primary, which has the new version now: at once, or in steps. */
export function shiftToPrimary(tick: Tick, state: RunState, read: Routes): Outcome {
  const { settings } = tick;
  const { stepWeightPromotion: step, provider } = settings;
  if (provider === 'kubernetes') {
    return { state: inPhase(settings, state, 'Finalising'), what: 'routed to primary' };
  }
  if (step !== 0 && read.canaryWeight <= 0) {
    return { state, what: 'nothing left to shift' };
  }
  const told = step === 0 ? allToPrimary : {
    primaryWeight: Math.min(100, read.primaryWeight + step), canaryWeight: Math.max(0, read.canaryWeight - step), mirrored: false,
  };
  const routes = routesSet(settings, told);
  if (routes === undefined) {
    return { state, what: 'routes refused' };
  }
  return told.primaryWeight === 100
    ? { state: inPhase(settings, { ...state, routes }, 'Finalising'), what: 'routed to primary' }
    : { state: { ...state, routes, statusWeight: told.canaryWeight }, what: 'shifted to primary' };
}

/** The canary is scaled to zero. */
export function finish(tick: Tick, state: RunState): Outcome {
  tick.passes('post-rollout', 'Succeeded');
  return { state: inPhase(tick.settings, state, 'Succeeded'), what: 'succeeded' };
}

/** `skipAnalysis`: the primary gets the version at once, and nobody waits until it is ready. */
export function promoteUnchecked(tick: Tick, state: RunState): Outcome {
  const routes = routesSet(tick.settings, allToPrimary);
  if (routes === undefined) {
    return { state, what: 'routes refused' };
  }
  tick.passes('post-rollout', 'Succeeded');
  return { state: inPhase(tick.settings, { ...state, routes }, 'Succeeded'), what: 'promoted unchecked' };
}

/** The primary cannot start the version that it was given: the canary, the only one that runs, keeps everybody. */
export function failPromotion(tick: Tick, state: RunState): Outcome {
  const routes = routesSet(tick.settings, allToCanary);
  if (routes === undefined) {
    return { state, what: 'routes refused' };
  }
  tick.passes('post-rollout', 'Failed');
  return { state: begunAnew({ ...state, routes }, 'Failed', allToCanary.canaryWeight), what: 'promotion failed' };
}
