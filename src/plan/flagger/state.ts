import { allToPrimary } from './routes';
import type { Routes } from './routes';
import type { RunSettings } from './run-settings';

/** The phases of a Canary from its first promotion on. */
export type Phase = 'Initialized' | 'Waiting' | 'Progressing' | 'WaitingPromotion' | 'Promoting' | 'Finalising' | 'Succeeded' | 'Failed';

/** Phases in which nothing happens before the template is another one. */
export type RestingPhase = 'Initialized' | 'Succeeded' | 'Failed';

/** All that Flagger remembers from one tick to the next: the status of the Canary, and what the router was told. */
export interface RunState {
  readonly phase: Phase;
  /** `status.canaryWeight`, which a change of phase sets to zero, whatever the router does. */
  readonly statusWeight: number;
  readonly iterations: number;
  readonly failedChecks: number;
  readonly routes: Routes;
  /** Versions of the template, counted: the one there is now, the one last begun with, and the one last promoted. */
  readonly template: number;
  readonly applied: number;
  readonly promoted: number;
}

/** Version 1 is there, and version 0 is what everybody gets. After a failed run it was yet another one that failed. */
export function startAfter(phase: RestingPhase): RunState {
  const applied = phase === 'Failed' ? -1 : 0;
  return { phase, statusWeight: 0, iterations: 0, failedChecks: 0, routes: allToPrimary, template: 1, applied, promoted: 0 };
}

export function isResting(phase: Phase): phase is RestingPhase {
  return phase === 'Initialized' || phase === 'Succeeded' || phase === 'Failed';
}

/** To go back to what is promoted is no release. */
export function isTemplateNew({ template, applied, promoted }: RunState): boolean {
  return template !== promoted && template !== applied;
}

/** Counters set to zero, and the template taken for the one of this run. */
export function begunAnew(state: RunState, phase: 'Progressing' | 'Failed', statusWeight = 0): RunState {
  return { ...state, phase, statusWeight, iterations: 0, failedChecks: 0, applied: state.template };
}

/** The next phase. Failed checks are kept: they count for the whole run. */
export function inPhase(settings: RunSettings, state: RunState, phase: 'Waiting' | 'WaitingPromotion' | 'Promoting' | 'Finalising' | 'Succeeded'): RunState {
  switch (phase) {
    case 'Waiting':
    case 'Promoting':
      return { ...state, phase };
    case 'WaitingPromotion':
      return { ...state, phase, statusWeight: 0, iterations: oneBeforeTheLast(settings) };
    case 'Finalising':
      return { ...state, phase, statusWeight: 0, iterations: 0 };
    case 'Succeeded':
      return { ...state, phase, statusWeight: 0, iterations: 0, promoted: state.applied };
  }
}

/** Where a run that waits for its promotion is set back to: iterations ask only every second tick, and weights count to -1. */
export function oneBeforeTheLast({ iterations }: RunSettings): number {
  return iterations - 1;
}
