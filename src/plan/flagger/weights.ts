import { promote } from './promotion';
import { routesSet } from './routes';
import type { Routes } from './routes';
import type { RunSettings } from './run-settings';
import type { RunState } from './state';
import type { Outcome, Tick } from './tick';

/** A canary: a step more with each tick, and promotion at the tick that finds the last weight. */
export function advanceWeights(tick: Tick, state: RunState, read: Routes): Outcome {
  const { settings } = tick;
  const step = nextStep(settings, read.canaryWeight);
  if (step <= 0) {
    return { state, what: 'no next weight' };
  }
  // Asked at the tick of the promotion as well.
  const isAsked = !read.mirrored && state.phase !== 'WaitingPromotion';
  if (isAsked && !tick.passes('confirm-traffic-increase', 'Progressing')) {
    return { state, what: 'held by confirm-traffic-increase' };
  }
  if (read.canaryWeight >= settings.maxWeight) {
    return promote(tick, state);
  }
  const told = nextRoutes(settings, read, step);
  const routes = routesSet(settings, told);
  return routes === undefined
    ? { state, what: 'routes refused' }
    : { state: { ...state, routes, statusWeight: told.canaryWeight }, what: told.mirrored ? 'mirrored' : 'weight increased' };
}

/** By how much the weight grows; nothing and less where the steps do not grow, and then the run never moves again. */
function nextStep({ stepWeight, stepWeights }: RunSettings, weight: number): number {
  if (stepWeight > 0 || stepWeights.length === 0) {
    return stepWeight;
  }
  const left = 100 - weight;
  if (left === 0) {
    return 1; // the promotion is still to come
  }
  // Where the same weight stands twice the first one is found, again and again.
  const place = stepWeights.slice(0, -1).indexOf(weight);
  const next = weight === 0 ? stepWeights[0] : place < 0 ? 100 : stepWeights[place + 1];
  return Math.min(left, next - weight);
}

function nextRoutes({ mirror }: RunSettings, { primaryWeight, canaryWeight, mirrored }: Routes, step: number): Routes {
  if (mirror && canaryWeight === 0) {
    return mirrored
      ? { primaryWeight: 100 - step, canaryWeight: step, mirrored: false }
      : { primaryWeight: 100, canaryWeight: 0, mirrored: true };
  }
  return { primaryWeight: Math.max(0, primaryWeight - step), canaryWeight: Math.min(100, canaryWeight + step), mirrored };
}
