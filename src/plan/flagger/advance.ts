import { failedCheck } from './checks';
import { advanceAbTest, advanceBlueGreen } from './iterations';
import { failPromotion, finish, promoteUnchecked, shiftToPrimary } from './promotion';
import { rollBack } from './rollback';
import { allToPrimary, routesReconciled, routesSet } from './routes';
import type { Routes } from './routes';
import { routesRead } from './routes-read';
import type { RunSettings } from './run-settings';
import type { TickInput } from './script';
import { begunAnew, inPhase, isResting, isTemplateNew } from './state';
import type { RunState } from './state';
import { Tick } from './tick';
import type { Happening, HookCall, Outcome } from './tick';
import { advanceWeights } from './weights';

/** What one tick makes of a run. */
export interface Advance extends Outcome {
  readonly calls: readonly HookCall[];
}

/** One tick of Flagger 1.44. Every question has its place in the order below; the first that is answered ends the tick. */
export function advance(settings: RunSettings, before: RunState, input: TickInput): Advance {
  const tick = new Tick(settings, input);
  const outcome = outcomeOf(tick, { ...before, template: input.template ?? before.template });
  const isOver = outcome.what === 'detected' || isResting(outcome.state.phase);
  tick.callForEvents(isOver ? outcome.state.phase : before.phase, isTold(settings, outcome.what));
  return { ...outcome, calls: tick.calls };
}

function outcomeOf(tick: Tick, before: RunState): Outcome {
  const { settings, input } = tick;
  if (settings.suspended) {
    return { state: before, what: 'suspended' };
  }
  const routes = routesReconciled(settings, before.routes, input.routesChanged === true);
  // After a failure the template is taken note of before anything else: if the tick then ends early, the release is never seen again.
  const state = { ...before, routes, applied: before.phase === 'Failed' ? before.template : before.applied };
  if (isResting(state.phase) && !isTemplateNew(before)) {
    return { state, what: 'at rest' };
  }
  return unreadyPrimary(tick, state) ?? (isResting(state.phase) || state.phase === 'Waiting' ? begin(tick, state) : proceed(tick, state));
}

function unreadyPrimary(tick: Tick, state: RunState): Outcome | undefined {
  const { settings: { skipAnalysis }, input: { primary = 'ready' } } = tick;
  if (skipAnalysis || primary === 'ready') {
    return undefined;
  }
  if (primary === 'not yet') {
    return { state, what: 'primary not ready' };
  }
  return isPromoted(state) ? failPromotion(tick, state) : rollBack(tick, state, 'deadline');
}

/** The canary is scaled up, if nobody objects. */
function begin(tick: Tick, state: RunState): Outcome {
  if (tick.passes('confirm-rollout', state.phase)) {
    return { state: begunAnew(state, 'Progressing'), what: 'detected' };
  }
  if (state.phase !== 'Waiting') {
    tick.tell();
  }
  return { state: inPhase(tick.settings, state, 'Waiting'), what: 'held by confirm-rollout' };
}

function proceed(tick: Tick, state: RunState): Outcome {
  const { settings, input: { canary = 'ready' } } = tick;
  if (!isPromoted(state) && isTemplateNew(state)) {
    return restart(settings, state);
  }
  if (canary !== 'ready') {
    return canary === 'never' ? rollBack(tick, state, 'deadline') : { state, what: 'canary not ready' };
  }
  if (settings.skipAnalysis) {
    return promoteUnchecked(tick, state);
  }
  const read = routesRead(settings, state);
  switch (state.phase) {
    case 'Promoting':
      return shiftToPrimary(tick, state, read);
    case 'Finalising':
      return finish(tick, state);
    default:
      return judge(tick, state, read);
  }
}

/** The template has changed during a run: a new one begins, and nobody is asked whether it may. */
function restart(settings: RunSettings, state: RunState): Outcome {
  const routes = routesSet(settings, allToPrimary);
  return routes === undefined ? { state, what: 'routes refused' } : { state: begunAnew({ ...state, routes }, 'Progressing'), what: 'restarted' };
}

function judge(tick: Tick, state: RunState, read: Routes): Outcome {
  if (tick.isTakenBack(state.phase)) {
    return rollBack(tick, state, 'hook');
  }
  // Before the checks of this tick: a run that is over its threshold lives for one interval more.
  if (state.failedChecks >= tick.settings.threshold) {
    return rollBack(tick, state, 'threshold');
  }
  const failure = failedCheck(tick, state, read);
  if (failure !== undefined) {
    return { state: { ...state, failedChecks: state.failedChecks + 1 }, what: failure };
  }
  switch (tick.settings.course) {
    case 'weights':
      return advanceWeights(tick, state, read);
    case 'blue-green':
      return advanceBlueGreen(tick, state, read);
    case 'ab-test':
      return advanceAbTest(tick, state);
  }
}

function isPromoted({ phase }: RunState): boolean {
  return phase === 'Promoting' || phase === 'Finalising';
}

/** Whether an event says what a tick came to. Gates tell for themselves, and only when they begin to hold a run. */
function isTold({ provider }: RunSettings, what: Happening): boolean {
  const SILENT: readonly Happening[] = ['at rest', 'held by confirm-rollout', 'held by confirm-promotion', 'no next weight', 'nothing left to shift'];
  const isRouting = what === 'routed to canary' || what === 'routed to primary';
  return !SILENT.includes(what) && !(isRouting && provider === 'kubernetes');
}
